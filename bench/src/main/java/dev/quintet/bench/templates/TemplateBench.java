package dev.quintet.bench.templates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One page from its data to its UTF-8: a dozen fortunes, or 200 rows that are each included; both
/// extend a base page.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 1)
public class TemplateBench {

    /// Whose.
    @Param({"quintet", "jte", "jte-text", "rocker", "qute", "pebble", "thymeleaf"})
    public String engine = "quintet";

    /// Which page.
    @Param({"fortunes", "table"})
    public String page = "fortunes";

    @SuppressWarnings("NullAway.Init") // prepare() comes first
    private Renderer renderer;

    /// Compiles the page, and sees that it is the one that we make.
    @Setup
    public void prepare() throws IOException {
        Map<String, Object> variables = Data.of(page);
        renderer = Engines.of(engine, page, variables);
        String wanted = bare(Engines.of("quintet", page, variables));
        String got = bare(renderer);
        if (!got.equals(wanted)) {
            throw new IllegalStateException("Another page:\n" + got + "\nthan\n" + wanted);
        }
    }

    /// The page without what the engines write each in their own way.
    private static String bare(Renderer renderer) throws IOException {
        return new String(renderer.render(), StandardCharsets.UTF_8)
                .replaceAll("\\s+|<!DOCTYPE html>|<html[^>]*>|id=\"content\"", "")
                .replace("&#x27;", "'")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&gt;", ">");
    }

    /// Makes the page.
    @Benchmark
    public byte[] render() throws IOException {
        return renderer.render();
    }
}
