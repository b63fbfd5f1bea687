package dev.quintet.bench.micro;

import dev.quintet.template.Template;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import gg.jte.ContentType;
import gg.jte.output.StringOutput;
import gg.jte.resolve.ResourceCodeResolver;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// One page from its data to its text: a dozen fortunes, or 200 rows that are each included; both
/// extend a base page.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TemplateBench {

    /// A line of the fortunes page.
    ///
    /// @param id its number
    /// @param message its text
    public record Fortune(int id, String message) {}

    /// A line of the table page.
    ///
    /// @param id its number
    /// @param title written in capitals
    /// @param artist as it is
    /// @param stock how many are left
    /// @param label may be empty
    public record Row(int id, String title, String artist, int stock, String label) {}

    /// Which page.
    @Param({"fortunes", "table"})
    public String page = "fortunes";

    private Map<String, Object> variables = Map.of();

    @SuppressWarnings("NullAway.Init") // prepare() comes first
    private Template quintet;

    @SuppressWarnings("NullAway.Init") // prepare() comes first
    private gg.jte.TemplateEngine jte;

    @SuppressWarnings("NullAway.Init") // prepare() comes first
    private PebbleTemplate pebble;

    @SuppressWarnings("NullAway.Init") // prepare() comes first
    private org.thymeleaf.TemplateEngine thymeleaf;

    /// Compiles the page with each engine, and sees that all show it.
    @Setup
    public void prepare() throws IOException {
        variables =
                page.equals("fortunes") ? Map.of("fortunes", fortunes()) : Map.of("rows", rows());
        quintet =
                TemplateEngine.builder()
                        .loader(TemplateLoader.resources(TemplateBench.class, "templates/quintet/"))
                        .build()
                        .get(page + ".html");
        jte =
                gg.jte.TemplateEngine.create(
                        new ResourceCodeResolver("templates/jte"),
                        Files.createTempDirectory("jte"),
                        ContentType.Html);
        var loader = new ClasspathLoader();
        loader.setPrefix("templates/pebble");
        pebble = new PebbleEngine.Builder().loader(loader).build().getTemplate(page + ".html");
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/thymeleaf/");
        resolver.setSuffix(".html");
        thymeleaf = new org.thymeleaf.TemplateEngine();
        thymeleaf.setTemplateResolver(resolver);
        String wanted = bare(quintet());
        for (String other : List.of(jte(), pebble(), thymeleaf())) {
            if (!bare(other).equals(wanted)) {
                throw new IllegalStateException("Another page: " + bare(other).substring(0, 400));
            }
        }
    }

    /// The page without what the engines write each in their own way.
    private static String bare(String page) {
        return page.replaceAll("\\s+|<!DOCTYPE html>|<html[^>]*>|id=\"content\"", "")
                .replace("&#x27;", "'")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&gt;", ">");
    }

    private static List<Fortune> fortunes() {
        var all = new ArrayList<Fortune>();
        for (int i = 1; i <= 12; i++) {
            all.add(
                    new Fortune(
                            i,
                            i == 11
                                    ? "<script>alert(\"This should not be displayed.\");</script>"
                                    : "A computer program does what you tell it to do, no. " + i));
        }
        return all;
    }

    private static List<Row> rows() {
        var all = new ArrayList<Row>();
        for (int i = 1; i <= 200; i++) {
            all.add(
                    new Row(
                            i,
                            "Album no. " + i,
                            "Reinhardt & Grappelli",
                            i % 7,
                            i % 3 == 0 ? "" : "Swing " + i));
        }
        return all;
    }

    /// Ours.
    @Benchmark
    public String quintet() {
        return quintet.render(variables);
    }

    /// JTE, whose templates are Java.
    @Benchmark
    public String jte() {
        var out = new StringOutput(8192);
        jte.render(page + ".jte", variables, out);
        return out.toString();
    }

    /// Pebble.
    @Benchmark
    public String pebble() throws IOException {
        var out = new StringWriter();
        pebble.evaluate(out, variables);
        return out.toString();
    }

    /// Thymeleaf without Spring.
    @Benchmark
    public String thymeleaf() {
        return thymeleaf.process(page, new Context(java.util.Locale.ENGLISH, variables));
    }
}
