package dev.quintet.bench.templates;

import com.fizzed.rocker.RockerModel;
import com.fizzed.rocker.compiler.RockerConfiguration;
import com.fizzed.rocker.compiler.TemplateCompiler;
import com.fizzed.rocker.runtime.ArrayOfByteArraysOutput;
import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.ToolProvider;

/// Rocker's templates are Java sources; they are compiled here rather than by the build, which
/// would hold them to the house's warnings.
final class RockerTemplates {

    private static final List<String> NAMES = List.of("base", "fortunes", "row", "table");

    private RockerTemplates() {}

    static Renderer renderer(String page, Map<String, Object> variables) throws IOException {
        MethodHandle maker = maker(page);
        Object rows = variables.values().iterator().next();
        return () -> model(maker, rows).render(ArrayOfByteArraysOutput.FACTORY).toByteArray();
    }

    private static RockerModel model(MethodHandle maker, Object rows) {
        try {
            return (RockerModel) maker.invokeExact(rows);
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static MethodHandle maker(String page) throws IOException {
        try {
            var loader =
                    new URLClassLoader(
                            new URL[] {compiled().toUri().toURL()},
                            RockerTemplates.class.getClassLoader());
            Class<?> type = loader.loadClass("rocker." + page);
            return MethodHandles.lookup()
                    .findStatic(type, "template", MethodType.methodType(type, List.class))
                    .asType(MethodType.methodType(RockerModel.class, Object.class));
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Path compiled() throws IOException {
        Path folder = Files.createTempDirectory("rocker");
        Path templates = Files.createDirectories(folder.resolve("templates/rocker"));
        var files = new ArrayList<File>();
        for (String name : NAMES) {
            Path file = templates.resolve(name + ".rocker.html");
            Files.writeString(file, Engines.resource("rocker/" + name + ".rocker.html"));
            files.add(file.toFile());
        }
        var settings = new RockerConfiguration();
        settings.setTemplateDirectory(folder.resolve("templates").toFile());
        settings.setOutputDirectory(folder.resolve("sources").toFile());
        settings.getOptions().setOptimize(true);
        settings.getOptions().setTargetCharset("UTF-8");
        var compiler = new TemplateCompiler(settings);
        try {
            var units = compiler.parse(files);
            compiler.generate(units);
            Path classes = Files.createDirectories(folder.resolve("classes"));
            var arguments = new ArrayList<String>();
            arguments.addAll(
                    List.of(
                            "-proc:none",
                            "-nowarn",
                            "-cp",
                            Objects.requireNonNull(System.getProperty("java.class.path"))));
            arguments.addAll(List.of("-d", classes.toString()));
            units.forEach(unit -> arguments.add(unit.getJavaFile().toString()));
            int result =
                    ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, arguments.toArray(String[]::new));
            if (result != 0) {
                throw new IllegalStateException("Rocker's sources do not compile");
            }
            return classes;
        } catch (com.fizzed.rocker.runtime.ParserException
                | com.fizzed.rocker.compiler.GeneratorException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
