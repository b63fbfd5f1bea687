package dev.quintet.bench.micro;

import dev.quintet.kernel.text.Escape;
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
import org.owasp.encoder.Encode;

/// Ten kilobytes made harmless for a page, beside OWASP's encoder.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EscapeBench {

    private final String text = Article.text();
    private final String html = Article.html();

    /// Prose: a special character in every 40 or so.
    @Benchmark
    public String oursText() {
        return Escape.html(text);
    }

    /// The same by OWASP.
    @Benchmark
    public String owaspText() {
        return Encode.forHtml(text);
    }

    /// HTML shown as its source.
    @Benchmark
    public String oursHtml() {
        return Escape.html(html);
    }

    /// The same by OWASP.
    @Benchmark
    public String owaspHtml() {
        return Encode.forHtml(html);
    }
}
