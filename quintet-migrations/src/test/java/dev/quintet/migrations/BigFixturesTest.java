package dev.quintet.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.TestDatabase.Kind;
import dev.quintet.migrations.atlas.AtlasApp;
import dev.quintet.migrations.fixtures.FixtureFormat;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fixtures that are larger than the memory of the process that writes and reads them.
class BigFixturesTest {

    /// Says how many rows there are, and what all of them hold.
    private static final String SUM =
            "SELECT count(*) || ' ' || sum(big) || ' ' || sum(length(text)) || ' ' ||"
                    + " count(DISTINCT text) FROM atlas_sample";

    @TempDir private Path folder = Path.of("");

    /// The process with little memory: runs one command of the site.
    static final class Carrier {

        private Carrier() {}

        public static void main(String... args) {
            try (Database database = TestDatabase.open(args[0])) {
                List<String> words = List.of(args).subList(1, args.length);
                var out = new PrintWriter(System.out, true);
                int exit =
                        Commands.of(site(database), "site")
                                .run(out, out, words.toArray(String[]::new));
                out.println("exit " + exit);
            }
        }
    }

    private static Context site(Database database) {
        Apps apps = Apps.of(List.of(new AtlasApp()));
        return Context.of(new Settings(), apps, Clock.systemUTC())
                .with(Models.KEY, Models.of(apps))
                .with(Databases.KEY, Databases.of(List.of(database)));
    }

    private static void given(TestDatabase test) {
        Context site = site(test.database());
        site.run(() -> Migrator.of(site, Databases.DEFAULT).migrate());
    }

    /// @param words how many words the text of a row has
    private static void fill(TestDatabase test, int rows, int words) {
        given(test);
        test.database()
                .execute(
                        List.of(
                                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                        + " WHERE i < "
                                        + rows
                                        + ") INSERT INTO atlas_sample (code, short_text, text, big,"
                                        + " live) SELECT printf('%032x', i), 'row ' || i, i || ' '"
                                        + " || replace(hex(zeroblob("
                                        + words
                                        + ")), '00', 'größe <&> \"x\" '), i, i % 2 FROM n"));
    }

    private String inSmallProcess(String heap, TestDatabase test, String... words)
            throws Exception {
        String path =
                String.join(
                        File.pathSeparator,
                        Stream.of(
                                        System.getProperty("jdk.module.path", ""),
                                        System.getProperty("java.class.path", ""),
                                        "target/classes",
                                        "target/test-classes")
                                .filter(one -> !one.isEmpty())
                                .toList());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-cp", path, Carrier.class.getName()));
        command.add(test.url());
        command.addAll(List.of(words));
        Path said = folder.resolve("said.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said);
    }

    private void carry(FixtureFormat format, int rows, int words, String heap, long size)
            throws Exception {
        try (var from = TestDatabase.of(Kind.SQLITE);
                var to = TestDatabase.of(Kind.SQLITE)) {
            fill(from, rows, words);
            given(to);
            String file = folder.resolve("all." + format).toString();

            assertThat(inSmallProcess(heap, from, "dumpdata", "atlas.sample", "-o", file))
                    .contains("Dumped " + rows + " objects.", "exit 0");
            assertThat(Files.size(Path.of(file))).isGreaterThan(size);
            assertThat(inSmallProcess(heap, to, "loaddata", file))
                    .contains("Installed " + rows + " object(s)", "exit 0");

            assertThat(to.texts(SUM)).isEqualTo(from.texts(SUM));
        }
    }

    @ParameterizedTest
    @EnumSource(FixtureFormat.class)
    void sixtyMegabytesGoThroughAHeapOf48(FixtureFormat format) throws Exception {
        carry(format, 24_000, 160, "48m", 60_000_000);
    }

    @Tag("full")
    @ParameterizedTest
    @EnumSource(FixtureFormat.class)
    void rowsOfTwoMegabytesGoThroughAHeapOf48(FixtureFormat format) throws Exception {
        carry(format, 30, 120_000, "48m", 50_000_000);
    }

    @Tag("full")
    @ParameterizedTest
    @EnumSource(FixtureFormat.class)
    void aGigabyteGoesThroughAHeapOf128(FixtureFormat format) throws Exception {
        carry(format, 400_000, 160, "128m", 1_000_000_000);
    }
}
