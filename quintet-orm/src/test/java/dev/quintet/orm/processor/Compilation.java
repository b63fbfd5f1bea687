package dev.quintet.orm.processor;

import dev.quintet.processor.ModelProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// What javac and the processor made of some sources: the strictest javac that a user may run.
///
/// @param messages of errors and warnings, each as `Album.java:7 text`
/// @param origins names of the files that each written file was made from
record Compilation(List<String> messages, Map<String, List<String>> origins, Path output) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^[^/\\n]*\\b(?:class|enum|interface|record) (\\w+)");

    /// Compiles sources with the processor, into a folder that is on the class path too.
    static Compilation of(Path output, String... sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager standard =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            standard.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            standard.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Stream.concat(Stream.of(output), classPath()).toList());
            var files = new Origins(standard);
            List<String> options =
                    List.of(
                            "-Xlint:all",
                            "-Xlint:-processing",
                            "-Xdoclint:all/protected,-missing",
                            "-Werror",
                            "--release",
                            "25");
            var task =
                    compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            options,
                            null,
                            Arrays.stream(sources).map(Compilation::file).toList());
            task.setProcessors(List.of(new ModelProcessor()));
            task.call();
            return new Compilation(
                    diagnostics.getDiagnostics().stream().map(Compilation::message).toList(),
                    files.origins,
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a file that was written.
    String text(String name) {
        try {
            return Files.readString(output.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> classPath() {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(System.getProperty("path.separator")))
                .map(Path::of)
                .filter(entry -> !entry.endsWith("test-classes"));
    }

    private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        String place =
                diagnostic.getSource() == null
                        ? ""
                        : Path.of(diagnostic.getSource().getName()).getFileName()
                                + ":"
                                + diagnostic.getLineNumber()
                                + " ";
        return place + diagnostic.getCode() + " " + diagnostic.getMessage(Locale.ROOT);
    }

    private static JavaFileObject file(String source) {
        Matcher type = TYPE.matcher(source);
        Matcher in = PACKAGE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException(source);
        }
        String folder = in.find() ? in.group(1).replace('.', '/') + "/" : "";
        return new SimpleJavaFileObject(
                URI.create("memory:///" + folder + type.group(1) + ".java"),
                JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    /// Notes what each written file was made from.
    private static final class Origins extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, List<String>> origins = new TreeMap<>();

        Origins(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutputForOriginatingFiles(
                Location location,
                String className,
                JavaFileObject.Kind kind,
                FileObject... originatingFiles)
                throws IOException {
            if (kind == JavaFileObject.Kind.SOURCE) {
                note(className + ".java", originatingFiles);
            }
            return super.getJavaFileForOutputForOriginatingFiles(
                    location, className, kind, originatingFiles);
        }

        @Override
        public FileObject getFileForOutputForOriginatingFiles(
                Location location,
                String packageName,
                String relativeName,
                FileObject... originatingFiles)
                throws IOException {
            note(relativeName, originatingFiles);
            return super.getFileForOutputForOriginatingFiles(
                    location, packageName, relativeName, originatingFiles);
        }

        private void note(String name, FileObject... originatingFiles) {
            origins.put(
                    name,
                    Arrays.stream(originatingFiles)
                            .map(file -> Path.of(file.getName()).getFileName().toString())
                            .toList());
        }
    }
}
