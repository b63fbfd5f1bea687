package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.dev.compile.Outcome;
import dev.quintet.dev.compile.ProjectCompiler;
import dev.quintet.dev.compile.SourceFolder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `dev` as a process of its own.
@DisabledOnOs(OS.WINDOWS) // which has no SIGINT to send
class DevCommandTest {

    private static final String PAGES =
            """
            package shop;

            import dev.quintet.http.Request;
            import dev.quintet.http.Response;
            import dev.quintet.mail.EmailMessage;

            final class Pages {
                static Response index(Request request) {
                    EmailMessage.of("A letter", "Hello").to("ada@example.com").send();
                    return Response.text("WORD");
                }

                static Response zone(Request request) {
                    return Response.text("zone");
                }
            }
            """;

    @TempDir private Path folder;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void runsAllRolesInOneProcessUntilCtrlC() throws Exception {
        Path root = folder.toRealPath();
        Path pages = written(root);
        Process process = started(root);
        try {
            String address = address();
            assertThat(line("Running: ")).contains("web, mail, clock.");
            assertThat(line("begins with 1 apps"))
                    .matches("\\u001b\\[\\d\\dmclock    \\| \\u001b\\[0mbegins .*");
            assertThat(line("tells the log")).contains("clock    | ");

            assertThat(get(address)).isEqualTo("one");
            assertThat(line("Mail to ada@example.com: A letter"))
                    .contains("mail     | ")
                    .endsWith("(read it at " + address + "_quintet/mail/1/)");
            assertThat(line(" GET / 200 ")).contains("web      | ");
            assertThat(get(address + "_quintet/mail/")).contains("A letter");

            Files.writeString(pages, PAGES.replace("WORD", "another"));
            assertThat(get(address)).isEqualTo("another");
            assertThat(lines.stream().filter(one -> one.endsWith("begins with 1 apps"))).hasSize(2);
            assertThat(line("0mends")).contains("clock    | ");

            // A page that waits for changes holds a connection.
            try (InputStream events = events(address)) {
                assertThat(events.read()).isPositive();
                long began = System.nanoTime();
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

                assertThat(process.waitFor(5, TimeUnit.SECONDS)).as(said()).isTrue();
                assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(5));
            }
            assertThat(lines.stream().filter(one -> one.endsWith("0mends"))).hasSize(2);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void linesOfSeveralRolesAreNeverMixed() {
        var out = new StringWriter();
        var voices = new Voices(new PrintWriter(out), false);
        PrintWriter web = voices.of("web");
        web.print("half a ");
        web.flush();
        voices.of("worker").println("whole line");
        web.println("line");

        assertThat(out.toString().lines())
                .containsExactly("worker   | whole line", "web      | half a line");
    }

    private Path written(Path root) throws IOException {
        new Shop(root).close(); // writes a site of one app
        Path pages = root.resolve("src/main/java/shop/Pages.java");
        Files.writeString(pages, PAGES.replace("WORD", "one"));
        var project =
                new Project(root, List.of(SourceFolder.ofMaven(root)), Project.classPath(), "");
        try (ProjectCompiler compiler =
                ProjectCompiler.of(project.sources(), project.libraries())) {
            assertThat(compiler.compile()).isInstanceOf(Outcome.Compiled.class);
        }
        return pages;
    }

    private Process started(Path root) throws IOException {
        String path =
                String.join(
                                File.pathSeparator,
                                Project.classPath().stream().map(Path::toString).toList())
                        + File.pathSeparator
                        + root.resolve("target/classes");
        Process process =
                new ProcessBuilder(
                                // Who runs the tests in the background has Ctrl-C ignored by all
                                // that they start.
                                "env",
                                "--default-signal=INT",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                path,
                                "shop.Shop",
                                "dev",
                                "--port=0",
                                "--color=always")
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        Thread.ofVirtual()
                .start(() -> {
                    try (BufferedReader reader = process.inputReader()) {
                        reader.lines().forEach(lines::add);
                    } catch (IOException ended) {
                        lines.add(ended.toString());
                    }
                });
        return process;
    }

    private String address() throws InterruptedException {
        String line = line(" is at http");
        return line.substring(line.indexOf("http"));
    }

    /// The first line with a text, as soon as there is one.
    private String line(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
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

    private String said() {
        return String.join("\n", lines);
    }

    private static String get(String address) throws IOException {
        try (InputStream page = URI.create(address).toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream events(String address) throws IOException {
        return URI.create(address + "_quintet/changes?mark=").toURL().openStream();
    }
}
