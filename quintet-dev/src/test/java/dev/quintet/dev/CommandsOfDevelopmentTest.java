package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import guild.Guild;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsOfDevelopmentTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shellHasTheModels() throws Exception {
        assertThat(run("migrate")).isZero();
        Path answer = folder.resolve("answer");

        int code =
                run(
                        "shell",
                        "-c",
                        "java.nio.file.Files.writeString(java.nio.file.Path.of(\""
                                + answer
                                + "\"), \"\" + Members.all().count());");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(run("shell", "-c", "int n = \"no number\";")).isEqualTo(1);
        assertThat(err.toString()).contains("incompatible types");
        assertThat(answer).content(StandardCharsets.UTF_8).isEqualTo("0");
    }

    @Test
    void shellImportsNothingWhereItIsToldSo() {
        assertThat(run("migrate")).isZero();

        assertThat(run("shell", "--no-imports", "-c", "guild.Members.all().count();")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(run("shell", "--no-imports", "-c", "Members.all().count();")).isEqualTo(1);
        assertThat(err.toString()).contains("cannot find symbol");
        assertThat(run("shell", "--no-imports", "-c", "List<String> none = null;")).isEqualTo(1);
    }

    @Test
    void databaseShellKeepsThePasswordOutOfTheProcessList() {
        assertThat(
                        run(
                                "dbshell",
                                "--print",
                                "--set",
                                "DATABASE_URL=postgresql://ada:s3cret@db.test:5433/shop"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("psql");
    }

    @Test
    void explainsWhatTheSiteIsWiredOf() {
        assertThat(run("explain", "--set", "SECRET_KEY=" + "x".repeat(50))).isZero();
        assertThat(out.toString())
                .contains("apps\n", "guild  guild.GuildApp", "guild.Member", "Csrf")
                .contains("DATABASE_URL=sqlite:");
    }

    @Test
    void reportsWithoutSecrets() {
        assertThat(
                        run(
                                "report",
                                "--set",
                                "SECRET_KEY=hushhush",
                                "--set",
                                "MAILER_URL=smtp://ada:s3cret@mail.test"))
                .isZero();
        assertThat(out.toString())
                .contains("Quintet ", "Java ", "Apps       guild", "SECRET_KEY=****")
                .doesNotContain("hushhush", "s3cret", "mail.test");
    }

    @Test
    void runsASiteThatIsOneFile() throws Exception {
        Path file = folder.resolve("Hello.java");
        Files.writeString(
                file,
                """
                import dev.quintet.Site;
                import dev.quintet.http.*;
                import dev.quintet.kernel.settings.Settings;

                class Hello extends Site {
                    protected void settings(Settings settings) {}
                    protected Routes routes() { return Routes.of(Routes.path("hi/", Hello::hi)); }
                    static Response hi(Request request) { return Response.text("hi"); }
                    static void main(String... args) { new Hello().manage(args); }
                }
                """);

        int code =
                Quintet.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "run",
                        file.toString(),
                        "listurls");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("/hi/", "Hello.hi");
    }

    @Test
    void saysWhatToDoWhereThereIsNoProject() {
        int code = Quintet.run(new PrintWriter(out), new PrintWriter(err), "migrate");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("There is no project here", "startproject");
    }

    private int run(String... words) {
        return new Guild("sqlite:" + folder.resolve("guild.db"))
                .manage(new PrintWriter(out), new PrintWriter(err), words);
    }
}
