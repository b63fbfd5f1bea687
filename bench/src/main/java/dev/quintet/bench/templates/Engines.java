package dev.quintet.bench.templates;

import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import gg.jte.ContentType;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Compiles a page with an engine, set up as its makers advise for production.
final class Engines {

    private Engines() {}

    /// {@return the page, compiled with the engine of this name}
    static Renderer of(String engine, String page, Map<String, Object> variables)
            throws IOException {
        return switch (engine) {
            case "quintet" -> quintet(page, variables);
            case "jte" -> jteBytes(page, variables);
            case "jte-text" -> jteText(page, variables);
            case "rocker" -> RockerTemplates.renderer(page, variables);
            case "qute" -> QuteTemplates.renderer(page, variables);
            case "pebble" -> pebble(page, variables);
            case "thymeleaf" -> thymeleaf(page, variables);
            default -> throw new IllegalArgumentException(engine);
        };
    }

    private static Renderer quintet(String page, Map<String, Object> variables) {
        var template =
                TemplateEngine.builder()
                        .loader(TemplateLoader.resources(Engines.class, "templates/quintet/"))
                        .build()
                        .get(page + ".html");
        return () -> template.renderBytes(variables);
    }

    private static gg.jte.TemplateEngine jte(boolean binary) throws IOException {
        var classes = Files.createTempDirectory("jte");
        var sources = Files.createTempDirectory("jte");
        for (String name : List.of("base.jte", "fortunes.jte", "row.jte", "table.jte")) {
            Files.writeString(sources.resolve(name), resource("jte/" + name));
        }
        var compiling =
                gg.jte.TemplateEngine.create(
                        new DirectoryCodeResolver(sources),
                        classes,
                        ContentType.Html,
                        Engines.class.getClassLoader(),
                        "gg.jte.generated.precompiled");
        compiling.setBinaryStaticContent(binary);
        compiling.precompileAll();
        var ready = gg.jte.TemplateEngine.createPrecompiled(classes, ContentType.Html);
        ready.setBinaryStaticContent(binary);
        return ready;
    }

    private static Renderer jteBytes(String page, Map<String, Object> variables)
            throws IOException {
        var engine = jte(true);
        String name = page + ".jte";
        return () -> {
            var out = new Utf8ByteOutput();
            engine.render(name, variables, out);
            return out.toByteArray();
        };
    }

    private static Renderer jteText(String page, Map<String, Object> variables) throws IOException {
        var engine = jte(false);
        String name = page + ".jte";
        return () -> {
            var out = new StringOutput(8192);
            engine.render(name, variables, out);
            return out.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Renderer pebble(String page, Map<String, Object> variables) {
        var loader = new ClasspathLoader();
        loader.setPrefix("templates/pebble");
        var template =
                new PebbleEngine.Builder().loader(loader).build().getTemplate(page + ".html");
        return () -> {
            var out = new StringWriter(8192);
            template.evaluate(out, variables);
            return out.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Renderer thymeleaf(String page, Map<String, Object> variables) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/thymeleaf/");
        resolver.setSuffix(".html");
        var engine = new org.thymeleaf.TemplateEngine();
        engine.setTemplateResolver(resolver);
        return () ->
                engine.process(page, new Context(Locale.ENGLISH, variables))
                        .getBytes(StandardCharsets.UTF_8);
    }

    /// {@return a file beside the templates, as text}
    static String resource(String name) throws IOException {
        try (InputStream in = Engines.class.getResourceAsStream("/templates/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
