package dev.quintet.bench.micro;

import dev.quintet.kernel.text.Escape;
import dev.quintet.kernel.text.Truncator;
import dev.quintet.kernel.text.Urlize;
import dev.quintet.kernel.text.Words;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The filters of text that cost most; `bench/django/text.py` times Django's under the same names.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TextBench {

    private static final String TITLE = "Nuages & autres pièces: L'Été à Saint-Ouen, n° 2 (1946)";

    private final String text = Article.text();
    private final String html = Article.html();

    /// Ten kilobytes.
    @Benchmark
    public String escape() {
        return Escape.html(text);
    }

    /// Links out of ten kilobytes.
    @Benchmark
    public String urlize() {
        return Urlize.plain().apply(text);
    }

    /// The first 200 words.
    @Benchmark
    public String truncateWords() {
        return Truncator.of(text).words(200);
    }

    /// The first 200 words of HTML.
    @Benchmark
    public String truncateHtmlWords() {
        return Truncator.ofHtml(html).words(200);
    }

    /// The first 1000 characters.
    @Benchmark
    public String truncateChars() {
        return Truncator.of(text).chars(1000);
    }

    /// A title as part of an address.
    @Benchmark
    public String slugify() {
        return Words.slugify(TITLE);
    }
}
