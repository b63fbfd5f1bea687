package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.orm.connection.ConnectionException;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite's files, and many threads over one.
class SqliteDatabaseTest {

    @TempDir Path folder;

    private Database open(String name, String options) {
        return DatabaseOpener.open(
                "default", ServiceUrl.parse("sqlite:" + folder.resolve(name) + options));
    }

    private static String asked(Database database, String question) {
        return database.query(
                SqlStatement.of(question),
                new Object[0],
                (result, _) -> result.next() ? String.valueOf(result.getString(1)) : "nothing");
    }

    @Test
    void makesFilesThatLetReadersPassTheWriterAndLoseNothingInAPowerCut() {
        try (Database made = open("made.db", "")) {
            assertThat(asked(made, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(asked(made, "PRAGMA synchronous")).isEqualTo("2");
            assertThat(asked(made, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(asked(made, "PRAGMA busy_timeout")).isEqualTo("5000");
        }
    }

    @Test
    void leavesTheJournalModeOfAFileThatIsThere() throws Exception {
        Path there = folder.resolve("there.db");
        try (var plain = DriverManager.getConnection("jdbc:sqlite:" + there);
                var statement = plain.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
        }
        try (Database database = open("there.db", "")) {
            assertThat(asked(database, "PRAGMA journal_mode")).isEqualTo("delete");
        }
    }

    @Test
    void opensAFileForReadingOnly() {
        try (Database made = open("made.db", "")) {
            made.execute(List.of("CREATE TABLE t (a)"));
        }
        try (Database database = open("made.db", "?mode=ro")) {
            assertThat(asked(database, "SELECT count(*) FROM t")).isEqualTo("0");
            assertThatThrownBy(() -> database.execute(List.of("INSERT INTO t VALUES (1)")))
                    .hasMessageContaining("orm.E214");
        }
        try (Database missing = open("missing.db", "?mode=ro")) {
            assertThatThrownBy(() -> asked(missing, "SELECT 1"))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("There is no file");
        }
        assertThat(folder.resolve("missing.db")).doesNotExist();
    }

    @Test
    void keepsOneDatabaseInMemoryForAllConnections() throws Exception {
        try (Database memory = DatabaseOpener.open("m", ServiceUrl.parse("sqlite::memory:"))) {
            memory.execute(List.of("CREATE TABLE t (a)", "INSERT INTO t VALUES (1)"));
            try (var cursor = memory.cursor(SqlStatement.of("SELECT a FROM t"), new Object[0], 1)) {
                assertThat(cursor.next()).isTrue();
                assertThat(asked(memory, "SELECT count(*) FROM t")).isEqualTo("1");
            }
        }
        assertThat(Files.exists(Path.of(":memory:"))).isFalse();
    }

    @Test
    void letsManyWritersQueueWhileRowsAreStreamed() throws Exception {
        try (TestShop shop = TestShop.open("sqlite")) {
            shop.run(() -> givenArtist("first"));
            List<Future<?>> all = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 300; i++) {
                    int number = i;
                    all.add(
                            threads.submit(() ->
                                    shop.run(() -> {
                                        if (number % 3 == 0) {
                                            Transaction.atomic(() -> givenArtist("a" + number));
                                        } else if (number % 3 == 1) {
                                            givenArtist("b" + number);
                                        } else {
                                            // Each holds a reader's connection while it writes.
                                            try (var rows = Artists.all().limit(1).stream()) {
                                                rows.forEach(_ -> givenArtist("c" + number));
                                            }
                                        }
                                    })));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            }

            shop.run(() -> assertThat(Artists.all().count()).isEqualTo(301));
        }
    }

    @Test
    void waitsForTheWriterOfAnotherProcess() throws Exception {
        try (Database one = open("shared.db", "?synchronous=OFF");
                Database two = open("shared.db", "?synchronous=OFF")) {
            one.execute(List.of("CREATE TABLE t (a)"));
            List<Future<?>> all = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 100; i++) {
                    Database database = i % 2 == 0 ? one : two;
                    all.add(
                            threads.submit(
                                    () -> database.execute(List.of("INSERT INTO t VALUES (1)"))));
                }
                for (Future<?> each : all) {
                    each.get();
                }
            }

            assertThat(asked(one, "SELECT count(*) FROM t")).isEqualTo("100");
        }
    }

    private static void givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
    }
}
