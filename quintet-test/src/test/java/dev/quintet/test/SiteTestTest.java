package dev.quintet.test;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static dev.quintet.test.Testing.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Feature;
import dev.quintet.test.records.Album;
import dev.quintet.test.records.Albums;
import dev.quintet.test.records.Artist;
import dev.quintet.test.records.Artists;
import dev.quintet.test.records.Records;
import dev.quintet.test.records.RecordsApp;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/// Runs test classes as a user would write them, and looks how they end. Each is found by this
/// class only: the build's own search leaves nested classes alone that are no `@Nested` ones.
class SiteTestTest {

    @SiteTest(Records.class)
    static class Isolated {
        @BeforeEach
        void saves(Client client) {
            a(Artist.class).create();
            assertThat(client.get("shop:index")).isOk();
        }

        @RepeatedTest(50)
        void seesNoRowOfTheOthers() {
            an(Album.class).create();
            assertThat(Artists.all().count()).isEqualTo(2);
            assertThat(Albums.all().count()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void takesParametersBesideItsOwn(int number, Client client) {
            assertThat(client).isNotNull();
            assertThat(Artists.all().count()).isEqualTo(1);
        }
    }

    @Test
    void takesBackWhatEachTestSaved() {
        run(Isolated.class).testEvents().assertStatistics(s -> s.succeeded(52).failed(0));
    }

    @SiteTest(Records.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class ClassLevel {
        static Artist django = new Artist();
        static List<Album> albums = List.of();

        @BeforeAll
        static void save() {
            django.name = "Django";
            django.save();
            albums = an(Album.class).with(a -> a.artist.set(django)).create(2);
        }

        @Test
        @Order(1)
        void changesThem() {
            django.name = "Changed";
            django.save();
            albums.getFirst().delete();
            assertThat(Albums.all().count()).isEqualTo(1);
        }

        @Test
        @Order(2)
        void seesThemFresh() {
            assertThat(django.name).isEqualTo("Django");
            assertThat(Artists.get().name).isEqualTo("Django");
            assertThat(Albums.all().count()).isEqualTo(2);
            albums.getFirst().title = "Again";
            albums.getFirst().save();
            assertThat(Albums.filter(Albums.title.eq("Again")).count()).isEqualTo(1);
        }

        @Nested
        class Inner {
            @Test
            void seesThoseOfTheClassAround(Client client) {
                assertThat(Albums.filter(Albums.title.eq("Again")).count()).isZero();
                assertThat(client.get("shop:index")).contains(albums.getLast().title);
            }
        }
    }

    @SiteTest(Records.class)
    static class Empty {
        @Test
        void hasNoRows() {
            assertThat(Artists.all().count()).isZero();
            assertThat(Albums.all().count()).isZero();
        }
    }

    @Test
    void keepsWhatBeforeAllSavedForTheClassAndFreshForEachTest() {
        EngineExecutionResults results = run(ClassLevel.class, Empty.class);

        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(s -> s.succeeded(4));
    }

    @SiteTest(Records.class)
    static class Committing {
        @RepeatedTest(2)
        @Commits
        void commitsForGood(Database database) throws InterruptedException {
            long[] seen = new long[1];
            List<Long> sold =
                    sent(
                            RecordsApp.SOLD,
                            () -> {
                                Album album = an(Album.class).create();
                                assertThat(album.id).isEqualTo(1);
                                Transaction.onCommit(() -> RecordsApp.SOLD.send(album.id));
                                var site = dev.quintet.kernel.context.Context.current();
                                var other =
                                        Thread.ofVirtual()
                                                .start(() ->
                                                        site.run(() ->
                                                                seen[0] = Albums.all().count()));
                                other.join();
                            });
            assertThat(seen[0]).isEqualTo(1);
            assertThat(sold).hasSize(1);
            assertThat(database.unit()).isNull();
        }

        @Test
        void servesWhatItCommitted(LiveServer server) throws IOException {
            an(Album.class).with(a -> a.title = "Nuages").create();

            URLConnection page = URI.create(server.url("shop:index")).toURL().openConnection();

            assertThat(new String(page.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Nuages");
            assertThat(server.port()).isPositive();
        }

        @Test
        void talksOverSockets(LiveServer server) throws Exception {
            an(Album.class).with(a -> a.title = "Nuages").create();
            var heard = new CompletableFuture<String>();
            var listener =
                    new WebSocket.Listener() {
                        @Override
                        public @Nullable CompletionStage<?> onText(
                                WebSocket socket, CharSequence text, boolean last) {
                            heard.complete(text.toString());
                            return null;
                        }
                    };

            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(
                            URI.create(server.url("titles").replaceFirst("http", "ws")), listener)
                    .join()
                    .sendText("which?", true)
                    .join();

            assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo("which? Nuages");
        }
    }

    @Test
    void emptiesTheTablesAfterATestThatCommits() {
        run(Committing.class, Empty.class)
                .testEvents()
                .assertStatistics(s -> s.succeeded(5).failed(0));
    }

    @SiteTest(Records.class)
    static class Mixed {
        @BeforeAll
        static void save() {
            a(Artist.class).create();
        }

        @Test
        @Commits
        void cannotSeeThem() {}
    }

    @SiteTest(Records.class)
    static class WrongTime {
        @Test
        @At("tomorrow")
        void isNever() {}

        @Test
        @OverrideSettings("NO_SUCH=1")
        void isUnknown() {}
    }

    @SiteTest(Records.class)
    static class OnTheRightDatabase {

        @Test
        @RequiresFeature(Feature.RETURNING)
        void runs() {}

        @Test
        @RequiresFeature({Feature.RETURNING, Feature.DISTINCT_ON})
        void isSkipped() {
            throw new AssertionError("SQLite has no DISTINCT ON");
        }
    }

    @Test
    void skipsWhatTheDatabaseCannotDo() {
        EngineExecutionResults results = run(OnTheRightDatabase.class);

        results.testEvents().assertStatistics(s -> s.succeeded(1).aborted(1).failed(0));
    }

    @Test
    void refusesWhatCannotWork() {
        EngineExecutionResults results = run(Mixed.class, WrongTime.class);

        results.testEvents().assertStatistics(s -> s.failed(3));
        assertThat(failures(results))
                .anyMatch(text -> text.contains("commits, in a class with @BeforeAll methods"))
                .anyMatch(text -> text.contains("'tomorrow' of @At is no point in time"))
                .anyMatch(text -> text.contains("no setting 'NO_SUCH' to override"));
    }

    static final Set<String> FILES = ConcurrentHashMap.newKeySet();
    static final CyclicBarrier MEETING = new CyclicBarrier(3);

    @SiteTest(Records.class)
    static class One {
        @RepeatedTest(20)
        void works(RepetitionInfo info, dev.quintet.kernel.settings.Settings settings)
                throws Exception {
            FILES.add(settings.databases().toString());
            an(Album.class).create(5);
            if (info.getCurrentRepetition() == 1) {
                // All three have rows that are not committed, at the same moment.
                MEETING.await(60, TimeUnit.SECONDS);
            }
            assertThat(Albums.all().count()).isEqualTo(5);
        }
    }

    @SiteTest(Records.class)
    static class Two extends One {}

    @SiteTest(Records.class)
    static class Three extends One {}

    @Test
    void givesClassesThatRunAtOnceDatabasesOfTheirOwn() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
                .selectors(selectClass(One.class), selectClass(Two.class), selectClass(Three.class))
                .execute()
                .testEvents()
                .assertStatistics(s -> s.succeeded(60).failed(0));
        assertThat(FILES).hasSize(3);
    }

    @SiteTest(Records.class)
    static class Kept {
        static long found;

        @Test
        @Commits
        void looksForWhatTheLastRunLeft(Database database) {
            found =
                    database.query(
                            SqlStatement.of(
                                    "SELECT count(*) FROM sqlite_master WHERE name = 'left_here'"),
                            new Object[0],
                            (result, _) -> result.next() ? result.getLong(1) : -1L);
            database.execute(List.of("CREATE TABLE IF NOT EXISTS left_here (n integer)"));
        }
    }

    @Test
    void keepsDatabasesForTheNextRunWhereItIsToldTo() throws IOException {
        String which = System.getProperty("quintet.test.database", "sqlite");
        assumeTrue(which.equals("sqlite"), "this looks into SQLite's own table");
        String before = System.getProperty("quintet.test.keepdb");
        try {
            System.setProperty("quintet.test.keepdb", "true");
            forgetKept();
            assertThat(failures(run(Kept.class))).isEmpty();
            assertThat(Kept.found).isZero();
            run(Kept.class);
            assertThat(Kept.found).isEqualTo(1);
            System.clearProperty("quintet.test.keepdb");
            run(Kept.class);
            assertThat(Kept.found).isZero();
        } finally {
            forgetKept();
            if (before != null) {
                System.setProperty("quintet.test.keepdb", before);
            }
        }
    }

    private static void forgetKept() throws IOException {
        Path folder = Path.of("target", "quintet-test");
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().startsWith("test_records")) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private static EngineExecutionResults run(Class<?>... classes) {
        var builder = EngineTestKit.engine("junit-jupiter");
        for (Class<?> one : classes) {
            builder.selectors(selectClass(one));
        }
        return builder.execute();
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event ->
                        event.getRequiredPayload(
                                        org.junit.platform.engine.TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage())
                .toList();
    }
}
