package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import dev.quintet.orm.shop.Track;
import dev.quintet.orm.shop.Tracks;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Queries give the same rows by as many statements on each database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class QueryRulesTest {

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind, "pool_size=4");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Artist artist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
        return artist;
    }

    private static Album album(Artist artist, int number) {
        var album = new Album();
        album.title = "Album " + number;
        album.slug = new Slug("album-" + artist.id + "-" + number);
        album.price = BigDecimal.valueOf(number);
        album.stock = number;
        album.artist.set(artist);
        album.save();
        return album;
    }

    private static Track track(Album album, String title) {
        var track = new Track();
        track.title = title;
        track.album.set(album);
        track.save();
        return track;
    }

    @Test
    void asksTheDatabaseAboutHowManyRowsATableHas() {
        shop.run(() -> {
            List<String> sent =
                    shop.statementsOf(() ->
                            Artists.all()
                                    .estimatedTableRows()
                                    .ifPresent(rows -> assertThat(rows).isNotNegative()));

            assertThat(sent).hasSizeLessThanOrEqualTo(1).noneMatch(sql -> sql.contains("COUNT"));
        });
    }

    @Test
    void findsTheSameTextsByEveryLookup() {
        shop.run(() -> {
            for (String name : List.of("Ada", "ada lovelace", "Bob", "100% Ada", "a_b", "a.b")) {
                artist(name);
            }
            Map<String, List<String>> expected =
                    Map.ofEntries(
                            Map.entry("exact Ada", List.of("Ada")),
                            Map.entry("iexact ADA", List.of("Ada")),
                            Map.entry("contains Ada", List.of("100% Ada", "Ada")),
                            Map.entry("contains %", List.of("100% Ada")),
                            Map.entry("contains _", List.of("a_b")),
                            Map.entry("icontains ADA", List.of("100% Ada", "Ada", "ada lovelace")),
                            Map.entry("startswith a", List.of("a.b", "a_b", "ada lovelace")),
                            Map.entry("istartswith AD", List.of("Ada", "ada lovelace")),
                            Map.entry("endswith Ada", List.of("100% Ada", "Ada")),
                            Map.entry("iendswith B", List.of("Bob", "a.b", "a_b")),
                            Map.entry("regex ^A", List.of("Ada")),
                            Map.entry("regex a.b$", List.of("a.b", "a_b")),
                            Map.entry("iregex ^a[a-z]+$", List.of("Ada")));

            expected.forEach((asked, names) -> {
                int space = asked.indexOf(' ');
                String lookup = "name__" + asked.substring(0, space);
                assertThat(
                                Artists.all()
                                        .filter(lookup, asked.substring(space + 1))
                                        .list()
                                        .stream()
                                        .map(artist -> artist.name))
                        .as(asked)
                        .containsExactlyInAnyOrderElementsOf(names);
            });
        });
    }

    @Test
    void loadsRelationsBehindRelationsByAStatementForEach() {
        shop.run(() -> {
            for (int i = 0; i < 100; i++) {
                Artist artist = artist("Artist " + i);
                for (int number = 1; number <= 4; number++) {
                    track(album(artist, number), "One");
                }
            }
        });

        List<String> newest =
                shop.statementsOf(() -> {
                    var three =
                            Prefetch.of(Artists.albums)
                                    .queryset(Albums.orderBy(Albums.price.desc()).limit(3));
                    for (Artist artist : Artists.all().prefetchRelated(three)) {
                        assertThat(artist.albums.list())
                                .extracting(album -> album.stock)
                                .containsExactly(4, 3, 2);
                    }
                });
        List<String> nested =
                shop.statementsOf(() -> {
                    for (Artist artist : Artists.all().prefetchRelated("albums__tracks")) {
                        artist.albums.forEach(album -> assertThat(album.tracks.list()).hasSize(1));
                    }
                });
        List<String> joined =
                shop.statementsOf(() ->
                        Tracks.selectRelated(Tracks.album.artist())
                                .forEach(track ->
                                        assertThat(track.album.get().artist.get().name)
                                                .startsWith("Artist")));

        assertThat(newest).hasSize(2);
        assertThat(nested).hasSize(3);
        assertThat(joined).hasSize(1);
    }

    @Test
    void rowsThatLeadToTheSameRowShareItsObject() {
        shop.run(() -> {
            for (int i = 1; i <= 20; i++) {
                Album album = album(artist("Artist " + i % 10), i);
                track(album, "First");
                track(album, "Second");
            }

            List<Track> tracks =
                    Tracks.selectRelated(Tracks.album.artist()).orderBy(Tracks.id.asc()).list();

            for (int i = 0; i < 40; i += 2) {
                Track first = tracks.get(i);
                Track second = tracks.get(i + 1);
                assertThat(first.album.get()).isSameAs(second.album.get());
                assertThat(first.album.get().title).isEqualTo("Album " + (i / 2 + 1));
                assertThat(first.album.get().artist.get().name)
                        .isEqualTo("Artist " + (i / 2 + 1) % 10);
            }
            Album last = tracks.getLast().album.get();
            last.stock = 7;
            tracks.get(38).album.get().save();
            assertThat(Albums.get(Albums.id.eq(last.id)).stock).isEqualTo(7);
        });
    }

    @Test
    void asksAsOftenAsTheFetchModeOfTheProjectSays() {
        shop.run(() -> {
            for (int i = 0; i < 100; i++) {
                album(artist("Artist " + i), 1);
            }
        });

        assertThat(statementsInMode("peers")).isEqualTo(2);
        assertThat(statementsInMode("one")).isEqualTo(101);
        assertThatThrownBy(() -> statementsInMode("raise"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Album.artist was touched, but not loaded");
    }

    private int statementsInMode(String mode) {
        var settings = new Settings();
        settings.set(
                OrmSettings.FETCH_MODE, FetchMode.valueOf(mode.toUpperCase(java.util.Locale.ROOT)));
        Context site =
                Context.of(settings.freeze(), Apps.of(List.of()), Clock.systemUTC())
                        .with(Databases.KEY, Databases.of(List.of(shop.database())));
        return shop.statementsOf(() ->
                        site.run(() -> {
                            for (Album album : Albums.all()) {
                                album.artist.get().name.length();
                            }
                        }))
                .size();
    }

    @Test
    void drawsNoRowTwiceWhenLockedOnesArePassedOver() throws Exception {
        if (kind.equals("sqlite")) {
            // It has one writer at a time, and no locks of rows.
            shop.run(() ->
                    assertThatThrownBy(() ->
                                    Transaction.atomic(() ->
                                            Artists.all()
                                                    .selectForUpdate(Locking.rows().skipLocked())
                                                    .list()))
                            .hasMessageContaining("SKIP LOCKED"));
            return;
        }
        shop.run(() -> {
            List<Artist> jobs = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                var job = new Artist();
                job.name = "open";
                jobs.add(job);
            }
            Artists.all().bulkCreate(jobs);
        });
        Set<Long> drawn = ConcurrentHashMap.newKeySet();
        Callable<Integer> worker =
                () ->
                        shop.context()
                                .call(() -> {
                                    int twice = 0;
                                    for (int taken = -1; taken != 0; ) {
                                        List<Artist> mine =
                                                Transaction.atomic(() -> {
                                                    List<Artist> found =
                                                            Artists.filter(Artists.name.eq("open"))
                                                                    .limit(20)
                                                                    .selectForUpdate(
                                                                            Locking.rows()
                                                                                    .skipLocked())
                                                                    .list();
                                                    found.forEach(one -> one.name = "done");
                                                    Artists.all().bulkUpdate(found, Artists.name);
                                                    return found;
                                                });
                                        taken = mine.size();
                                        for (Artist one : mine) {
                                            twice += drawn.add(one.id) ? 0 : 1;
                                        }
                                    }
                                    return twice;
                                });

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> workers = threads.invokeAll(List.of(worker, worker));
            for (Future<Integer> one : workers) {
                assertThat(one.get()).isZero();
            }
        }

        assertThat(drawn).hasSize(10_000);
    }

    @Test
    void makesOrChangesOneRowForAllWhoAskAtOnce() throws Exception {
        shop.run(() -> artist("Django"));
        var start = new CountDownLatch(1);
        List<Callable<Boolean>> racers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int stock = i;
            racers.add(() -> {
                start.await();
                return shop.context()
                        .call(() ->
                                Albums.all()
                                        .updateOrCreate(
                                                album -> {
                                                    album.stock = stock;
                                                    album.title = "Made";
                                                    album.price = BigDecimal.ONE;
                                                    album.artist.set(Artists.all().get());
                                                },
                                                Albums.slug.set(new Slug("one")))
                                        .created());
            });
        }

        List<Boolean> created = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> futures = racers.stream().map(threads::submit).toList();
            start.countDown();
            for (Future<Boolean> future : futures) {
                created.add(future.get());
            }
        }

        assertThat(created).hasSize(50).containsOnlyOnce(true);
        shop.run(() -> assertThat(Albums.all().count()).isEqualTo(1));
    }

    @Test
    void givesTheConnectionBackWhenARunningResultIsClosed() {
        shop.run(() -> {
            for (int i = 0; i < 1_500; i++) {
                artist("Artist " + i);
            }
            for (int i = 0; i < 10; i++) {
                try (var artists = Artists.all().stream()) {
                    assertThat(artists.limit(1)).hasSize(1);
                }
            }

            assertThat(Artists.all().count()).isEqualTo(1_500);
        });
    }

    @Test
    void asksNothingWhetherARowIsAmongThoseThatAreLoaded() {
        shop.run(() -> {
            Artist here = artist("Here");
            Artist there = artist("There");
            QuerySet<Artist> artists = Artists.filter(Artists.name.eq("Here"));
            artists.list();

            List<String> sent =
                    shop.statementsOf(() -> {
                        assertThat(artists.contains(here)).isTrue();
                        assertThat(artists.contains(there)).isFalse();
                    });

            assertThat(sent).isEmpty();
        });
    }

    @Test
    void prefetchesForRowsThatPassByAChunkAtATime() {
        shop.run(() -> {
            for (int i = 0; i < 30; i++) {
                Artist artist = artist("Artist " + i);
                album(artist, i);
            }

            List<String> sent =
                    shop.statementsOf(() -> {
                        try (var artists = Artists.all().prefetchRelated(Artists.albums).stream()) {
                            assertThat(artists)
                                    .hasSize(30)
                                    .allSatisfy(artist ->
                                            assertThat(artist.albums.list())
                                                    .extracting(album -> "Artist " + album.stock)
                                                    .containsExactly(artist.name));
                        }
                    });

            assertThat(sent).hasSizeBetween(2, 3);
        });
    }

    @Test
    void changesRowsByTiersInOneStatementAndOrdersByARank() {
        shop.run(() -> {
            Artist artist = artist("Django");
            for (int number : List.of(5, 15, 25)) {
                album(artist, number);
            }
        });

        List<String> sent =
                shop.statementsOf(() ->
                        Albums.all()
                                .update(
                                        Albums.stock.set(
                                                Expressions.when(Albums.price.lt(10), 1)
                                                        .when(Albums.price.lt(20), 2)
                                                        .otherwise(3))));

        assertThat(sent).hasSize(1);
        shop.run(() -> {
            assertThat(Albums.all().orderBy("price").list())
                    .extracting(album -> album.stock)
                    .containsExactly(1, 2, 3);
            assertThat(
                            Albums.all()
                                    .orderBy(
                                            Expressions.when(Albums.title.eq("Album 15"), 0)
                                                    .otherwise(1)
                                                    .asc(),
                                            Albums.price.asc())
                                    .list())
                    .extracting(album -> album.title)
                    .containsExactly("Album 15", "Album 5", "Album 25");
        });
    }

    @Test
    void comesInAnyOrderWhenAskedTo() {
        shop.run(() -> {
            for (int i = 0; i < 20; i++) {
                artist("Artist " + i);
            }

            assertThat(Artists.all().orderBy("?").list())
                    .hasSize(20)
                    .isNotEqualTo(Artists.all().orderBy("id").list());
            assertThat(Set.copyOf(Artists.all().orderBy("?").list()))
                    .isEqualTo(Set.copyOf(Artists.all().list()));
        });
    }

    @Test
    void tellsWhatTheDatabaseDidForAQuery() {
        shop.run(() -> {
            artist("Django");

            assertThat(Artists.all().explain()).isNotBlank();
            if (kind.equals("postgresql")) {
                assertThat(Artists.all().explain(Explain.analyze().format("json")))
                        .contains("\"Actual Rows\"");
            }
        });
    }

    @Test
    void makesKeysInTheDatabase() {
        shop.run(() -> {
            artist("Django");
            if (kind.equals("mariadb")) {
                return; // its own kinds of UUID depend on its version, as the reference tells
            }

            var uuid = Artists.all().select(Functions.uuid7()).get();

            assertThat(uuid.version()).isEqualTo(7);
        });
    }
}
