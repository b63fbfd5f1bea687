package hello;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.Site;
import dev.quintet.kernel.command.Commands;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program of "Use models in a plain program", as a reader would start it.
class PlainProgramTest {

    private static final Pattern PROGRAM =
            Pattern.compile("(?m)^`Letter.java`:\\n\\n```java\\n(.*?)^```$", Pattern.DOTALL);

    @TempDir private Path folder;

    /// What a process wrote and how it ended.
    private record Ended(int code, String said) {}

    @Test
    void readsRowsRendersATemplateAndSendsAMail() throws Exception {
        keep("Hello & welcome");
        Path program = program();

        Ended ended = run(program, "-Xlog:class+load:file=loaded.log");

        assertThat(ended.said()).isEqualTo("Sent: 1\n");
        assertThat(ended.code()).isZero();
        assertThat(mail())
                .contains("Subject: What was said", "To: ada@example.com")
                .contains("- Hello & welcome");
        assertThat(Files.readString(folder.resolve("loaded.log")))
                .contains(" hello.Greeting ")
                .doesNotContain("org.eclipse.jetty", "dev.quintet.server.HttpServer");
    }

    @Test
    void takesATemplateThatLiesBesideItsFile() throws Exception {
        keep("Good morning");
        Path program = program();
        Path templates = Files.createDirectories(folder.resolve("templates/hello"));
        Files.writeString(
                templates.resolve("letter.txt"),
                "{% for one in greetings %}* {{ one.text }}{% endfor %}");

        Ended ended = run(program, "-Xlog:disable");

        assertThat(ended.said()).isEqualTo("Sent: 1\n");
        assertThat(mail()).contains("* Good morning");
    }

    @Test
    void isNoLongerThanAScreen() throws IOException {
        assertThat(Files.readAllLines(program()))
                .filteredOn(line -> !line.isBlank())
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void saysWhatIsWrongWithItsSettings() throws Exception {
        Path program = program();
        Files.writeString(folder.resolve(".env"), "DATABASE_ULR=sqlite:other.db\n");

        Ended ended = run(program, "-Xlog:disable");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("[settings.E001]", "Did you mean 'DATABASE_URL'?");
    }

    /// A row in the database that the program reads.
    private void keep(String text) {
        Site site =
                Site.of(settings ->
                        settings.apps(HelloApp.class)
                                .database("sqlite:" + folder.resolve("hello.db")));
        try (RunningSite running = site.setup()) {
            Commands.call(running.context(), "migrate");
            var greeting = new Greeting();
            greeting.text = text;
            greeting.save();
        }
    }

    private Path program() throws IOException {
        Matcher found =
                PROGRAM.matcher(
                        Files.readString(Path.of("../how-to/use-models-in-a-plain-program.md")));
        assertThat(found.find()).isTrue();
        return Files.writeString(
                folder.resolve("Letter.java"), Objects.requireNonNull(found.group(1)));
    }

    private Ended run(Path program, String log) throws IOException, InterruptedException {
        String classes =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(one -> Path.of(one).toAbsolutePath().toString())
                        .reduce(
                                "",
                                (all, one) -> all.isEmpty() ? one : all + File.pathSeparator + one);
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        log,
                        "-cp",
                        classes,
                        program.toString());
        List.of("SECRET_KEY", "DATABASE_URL").forEach(builder.environment()::remove);
        builder.environment().put("MAILER_URL", "file:mails");
        Path said = folder.resolve("said");
        Process process =
                builder.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private String mail() throws IOException {
        try (Stream<Path> mails = Files.list(folder.resolve("mails"))) {
            List<Path> all = mails.toList();
            assertThat(all).hasSize(1);
            return Files.readString(all.getFirst());
        }
    }
}
