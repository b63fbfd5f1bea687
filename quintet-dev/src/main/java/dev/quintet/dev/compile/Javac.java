package dev.quintet.dev.compile;

import dev.quintet.kernel.log.Loggers;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The JDK's compiler, with the libraries that it opened kept open between calls. For one thread.
final class Javac implements AutoCloseable {

    private static final System.Logger LOG = Loggers.named("quintet.dev");
    private static final List<String> OPTIONS =
            List.of(
                    "-proc:full",
                    "-g",
                    "-parameters",
                    "-nowarn",
                    "-Xlint:none",
                    "-implicit:none",
                    "-Xmaxerrs",
                    "50");

    private @Nullable JavaCompiler compiler;
    private @Nullable StandardJavaFileManager files;

    private Javac() {}

    /// {@return the compiler, or `null` where this Java has none}
    ///
    /// It is started by the first sources that it is given: mostly there are none.
    static @Nullable Javac find() {
        return ModuleFinder.ofSystem().find("jdk.compiler").isPresent() ? new Javac() : null;
    }

    /// Compiles sources.
    ///
    /// @param path what they may refer to
    /// @param classes where classes go
    /// @param generated where sources go that processors write
    /// @return what is wrong with them; nothing where all is well
    List<Finding> run(Collection<Path> sources, List<Path> path, Path classes, Path generated) {
        JavaCompiler compiler = compiler();
        StandardJavaFileManager files = files(compiler);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var found = new DiagnosticCollector<JavaFileObject>();
        var said = new StringWriter();
        JavaCompiler.CompilationTask task =
                compiler.getTask(
                        said,
                        files,
                        found,
                        OPTIONS,
                        null,
                        files.getJavaFileObjectsFromPaths(sources));
        task.setLocale(Locale.ENGLISH);
        task.setProcessors(processors());
        boolean good;
        try {
            good = task.call();
        } catch (RuntimeException crashed) {
            return List.of(new Finding(null, 0, 0, "The compiler failed: " + crashed));
        }
        var findings = new ArrayList<Finding>();
        for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                findings.add(finding(one));
            }
        }
        if (!good && findings.isEmpty()) {
            findings.add(new Finding(null, 0, 0, "The compiler failed: " + said));
        }
        return findings;
    }

    private JavaCompiler compiler() {
        JavaCompiler known = compiler;
        if (known == null) {
            known = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
            compiler = known;
        }
        return known;
    }

    private StandardJavaFileManager files(JavaCompiler compiler) {
        StandardJavaFileManager known = files;
        if (known == null) {
            known = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
            files = known;
        }
        return known;
    }

    private static Finding finding(Diagnostic<? extends JavaFileObject> one) {
        JavaFileObject source = one.getSource();
        boolean placed = source != null && one.getLineNumber() != Diagnostic.NOPOS;
        return new Finding(
                source == null ? null : Path.of(source.toUri()),
                placed ? one.getLineNumber() : 0,
                placed ? one.getColumnNumber() : 0,
                one.getMessage(Locale.ENGLISH));
    }

    /// New ones for each call, as their contract wants.
    private static List<Processor> processors() {
        var all = new ArrayList<Processor>();
        var found = ServiceLoader.load(Processor.class, Javac.class.getClassLoader()).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return all;
                }
                all.add(found.next());
            } catch (ServiceConfigurationError broken) {
                LOG.log(System.Logger.Level.DEBUG, "A processor cannot be used", broken);
            }
        }
    }

    @Override
    public void close() {
        if (files == null) {
            return;
        }
        try {
            files.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
