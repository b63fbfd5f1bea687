package project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A project as `startproject` writes it, whose commands run in processes of their own, as
/// `./manage` starts them.
final class NewProject {

    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;

    /// What a process wrote, and how it ended.
    record Ended(int code, String said) {}

    /// A process that goes on.
    static final class Running implements AutoCloseable {
        private final Process process;
        private final List<String> lines = new CopyOnWriteArrayList<>();

        private Running(Process process) {
            this.process = process;
            Thread.ofVirtual()
                    .start(() -> {
                        try (BufferedReader reader = process.inputReader()) {
                            reader.lines().forEach(lines::add);
                        } catch (IOException ended) {
                            lines.add(ended.toString());
                        }
                    });
        }

        /// The first line with a text, as soon as there is one.
        String line(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < end) {
                for (String line : lines) {
                    if (line.contains(text)) {
                        return line;
                    }
                }
                Thread.sleep(20);
            }
            throw new AssertionError("No line with '" + text + "' among:\n" + said());
        }

        /// Where the site answers.
        String address() throws InterruptedException {
            String line = line(" is at http");
            return line.substring(line.indexOf("http"));
        }

        String said() {
            return String.join("\n", lines);
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private NewProject(Path folder) {
        this.folder = folder;
    }

    /// One called `shop`, compiled as `./mvnw compile` does it.
    static NewProject shop(Path home) throws IOException, InterruptedException {
        Path folder = home.resolve("shop");
        var project = new NewProject(Files.createDirectories(folder));
        Files.delete(folder);
        Ended ended =
                ended(
                        project.process(
                                home,
                                classPath(),
                                "dev.quintet.dev.Quintet",
                                "startproject",
                                "shop"));
        assertThat(ended.code()).as(ended.said()).isZero();
        project.compile("src/main/java", "target/classes");
        project.copyResources();
        return project;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    /// Replaces some text of a file, as an editor would.
    void edit(String path, String old, String now) throws IOException {
        String text = Files.readString(file(path));
        assertThat(text).contains(old);
        Files.writeString(file(path), text.replace(old, now));
    }

    /// Runs a command to its end.
    Ended manage(String... words) throws IOException, InterruptedException {
        return ended(begun(words));
    }

    /// Starts a command that goes on.
    Running start(String... words) throws IOException {
        return new Running(begun(words));
    }

    /// As it is shipped: without what is for developers.
    Running serve() throws IOException {
        copyResources();
        String path =
                Stream.of(classPath().split(File.pathSeparator))
                        .filter(one -> !one.contains("quintet-dev"))
                        .reduce(
                                "",
                                (all, one) -> all.isEmpty() ? one : all + File.pathSeparator + one);
        return new Running(process(folder, withClasses(path), "shop.Shop", "serve", "--port=0"));
    }

    /// Runs the tests that a project came with.
    Ended test() throws IOException, InterruptedException {
        copyResources();
        compile("src/test/java", "target/test-classes");
        return ended(
                process(
                        folder,
                        "target/test-classes" + File.pathSeparator + withClasses(classPath()),
                        TestsOfAProject.class.getName(),
                        "target/test-classes"));
    }

    private Process begun(String... words) throws IOException {
        var all = new ArrayList<>(List.of("shop.Shop"));
        all.addAll(List.of(words));
        return process(folder, withClasses(classPath()), all.toArray(String[]::new));
    }

    private static String withClasses(String path) {
        return path + File.pathSeparator + Path.of("target", "classes");
    }

    /// What is on the path of this test, less the samples: their sources are another project's.
    private static String classPath() {
        Path samples = Path.of("target", "classes").toAbsolutePath();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(one -> Path.of(one).toAbsolutePath())
                .filter(one -> !one.equals(samples))
                .map(Path::toString)
                .reduce("", (all, one) -> all.isEmpty() ? one : all + File.pathSeparator + one);
    }

    private Process process(Path where, String path, String... words) throws IOException {
        var all =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                path));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(all).directory(where.toFile()).redirectErrorStream(true);
        // What the tests around this one are told is not for it.
        List.of("SECRET_KEY", "DATABASE_URL", "DEBUG").forEach(builder.environment()::remove);
        return builder.start();
    }

    private static Ended ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private void compile(String sources, String classes) throws IOException {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        Path out = Files.createDirectories(folder.resolve(classes));
        Path written =
                Files.createDirectories(folder.resolve("target/generated-sources/annotations"));
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> all = Files.walk(folder.resolve(sources))) {
            List<Path> java = all.filter(one -> one.toString().endsWith(".java")).toList();
            boolean good =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    List.of(
                                            "-proc:full",
                                            "-parameters",
                                            "-d",
                                            out.toString(),
                                            "-s",
                                            written.toString(),
                                            "-cp",
                                            classPath()
                                                    + File.pathSeparator
                                                    + folder.resolve("target/classes")),
                                    null,
                                    files.getJavaFileObjectsFromPaths(java))
                            .call();
            assertThat(good).as(said.toString()).isTrue();
        }
    }

    private void copyResources() throws IOException {
        Path from = folder.resolve("src/main/resources");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to =
                        folder.resolve("target/classes").resolve(from.relativize(file).toString());
                Files.createDirectories(to.resolveSibling(""));
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
