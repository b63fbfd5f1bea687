package dev.quintet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.test.press.Press;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `dbshell` starts the client of each database, which asks for no password: its input is empty.
class DatabaseShellTest {

    @TempDir private Path folder;

    /// The site of this test as a process.
    public static final class Shell {

        private Shell() {}

        /// The process's own.
        public static void main(String... args) {
            new Press().manage(args);
        }
    }

    @Test
    void opensTheFileOfSqlite() throws Exception {
        needs("sqlite3");
        String url = "sqlite:" + folder.resolve("press.db");

        assertThat(shell(url, "CREATE TABLE shelf (books integer)")).isEmpty();
        assertThat(shell(url, "SELECT name FROM sqlite_master")).isEqualTo("shelf\n");
        assertThat(folder.resolve("press.db")).isNotEmptyFile();
    }

    @Test
    @NeedsPostgresql
    void opensPostgresqlAsTheUserOfTheSite() throws Exception {
        needs("psql");
        ServiceUrl url = Service.POSTGRESQL.url();

        assertThat(
                        shell(
                                Service.POSTGRESQL.place(),
                                "-At",
                                "-c",
                                "SELECT current_user, current_database()"))
                .isEqualTo(url.user() + "|" + url.path() + "\n");
    }

    @Test
    @NeedsMariadb
    void opensMariadbAsTheUserOfTheSite() throws Exception {
        needs("mariadb");
        ServiceUrl url = Service.MARIADB.url();

        assertThat(shell(Service.MARIADB.place(), "-N", "-B", "-e", "SELECT USER(), DATABASE()"))
                .matches(url.user() + "@\\S+\t" + url.path() + "\n");
    }

    private static void needs(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        assumeTrue(
                Stream.of(path.split(File.pathSeparator))
                        .anyMatch(one -> Files.isExecutable(Path.of(one, program))),
                () -> "needs the program " + program);
    }

    /// What the client says to these words of its own.
    private String shell(String url, String... words) throws IOException, InterruptedException {
        var all =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Shell.class.getName(),
                                "dbshell",
                                "--"));
        all.addAll(List.of(words));
        var builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", url);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
