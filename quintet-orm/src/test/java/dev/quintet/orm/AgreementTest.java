package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.orm.RandomQuery.AlbumsOfTheTest;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Format;
import dev.quintet.orm.shop.Genre;
import dev.quintet.orm.shop.Track;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Queries that nobody thought of give the same rows on all three databases.
class AgreementTest {

    private static final int ALBUMS = 30;

    private final List<TestShop> shops = new ArrayList<>();

    @BeforeEach
    void open() {
        for (String kind : TestShop.KINDS) {
            TestShop shop = TestShop.open(kind);
            shops.add(shop);
            shop.run(() -> Transaction.atomic(() -> fill(new Random(7))));
        }
    }

    @AfterEach
    void close() {
        shops.forEach(TestShop::close);
    }

    private static void fill(Random random) {
        List<Artist> artists = new ArrayList<>();
        for (String name : AlbumsOfTheTest.ARTISTS) {
            var artist = new Artist();
            artist.name = name;
            artist.save();
            artists.add(artist);
        }
        List<Genre> genres = new ArrayList<>();
        for (String name : AlbumsOfTheTest.GENRES) {
            var genre = new Genre();
            genre.name = name;
            genre.save();
            genres.add(genre);
        }
        for (int i = 0; i < ALBUMS; i++) {
            var album = new Album();
            album.title = AlbumsOfTheTest.TITLES.get(random.nextInt(6));
            album.slug = new Slug("album-" + i);
            album.price = new BigDecimal(random.nextInt(60) + ".50");
            album.stock = random.nextInt(8);
            album.format = Format.values()[random.nextInt(3)];
            album.released =
                    random.nextInt(4) == 0
                            ? null
                            : LocalDate.of(
                                    1948 + random.nextInt(6),
                                    1 + random.nextInt(12),
                                    1 + random.nextInt(28));
            album.artist.set(artists.get(random.nextInt(artists.size())));
            album.save();
            for (Genre genre : genres) {
                if (random.nextInt(3) == 0) {
                    album.genres.add(genre);
                }
            }
            for (int j = random.nextInt(3); j > 0; j--) {
                var track = new Track();
                track.title = AlbumsOfTheTest.TRACKS.get(random.nextInt(4));
                track.album.set(album);
                track.save();
            }
        }
    }

    @Test
    void threeHundredQueriesGiveTheSameRowsEverywhere() {
        agreeOn(300, 20_261_125L);
    }

    @Tag("full")
    @Test
    void manyMoreDoAsWell() {
        agreeOn(5_000, System.nanoTime());
    }

    private void agreeOn(int queries, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < queries; i++) {
            RandomQuery query = RandomQuery.of(random);
            if (disagree(query)) {
                RandomQuery smallest = query.shrunk(this::disagree);
                assertThat(answers(smallest))
                        .as(
                                "seed %d, query %d, made smaller: %s%n%s",
                                seed, i, smallest, sql(smallest))
                        .allMatch(answer -> answer.equals(answers(smallest).getFirst()));
            }
        }
    }

    private boolean disagree(RandomQuery query) {
        return answers(query).stream().distinct().count() > 1;
    }

    /// What each database answers, or says.
    private List<String> answers(RandomQuery query) {
        List<String> all = new ArrayList<>();
        for (TestShop shop : shops) {
            shop.run(() -> {
                try {
                    List<String> keys = new ArrayList<>();
                    for (Album album : query.on()) {
                        keys.add(album.slug.toString());
                    }
                    all.add(keys + " " + query.on().count() + " " + query.on().exists());
                } catch (OrmException failed) {
                    all.add(shop.database() + ": " + failed.getMessage());
                }
            });
        }
        return all;
    }

    private String sql(RandomQuery query) {
        var text = new StringBuilder();
        shops.forEach(shop -> shop.run(() -> text.append(query.on().sql()).append('\n')));
        return text.toString();
    }
}
