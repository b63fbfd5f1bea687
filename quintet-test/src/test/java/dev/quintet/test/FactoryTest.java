package dev.quintet.test;

import static dev.quintet.test.Testing.a;
import static dev.quintet.test.Testing.an;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.test.records.Album;
import dev.quintet.test.records.Albums;
import dev.quintet.test.records.Artist;
import dev.quintet.test.records.Artists;
import dev.quintet.test.records.Egg;
import dev.quintet.test.records.Format;
import dev.quintet.test.records.Genre;
import dev.quintet.test.records.Hen;
import dev.quintet.test.records.Records;
import dev.quintet.test.records.Track;
import dev.quintet.test.records.Tracks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@SiteTest(Records.class)
class FactoryTest {

    @Test
    void fillsWhatMustNotBeEmptyAndNothingElse() {
        Album album = an(Album.class).create();

        Album read = Albums.get(Albums.id.eq(album.id));
        assertThat(read.title).startsWith("Title ");
        assertThat(read.slug.toString()).startsWith("slug-");
        assertThat(album.price.scale()).isEqualTo(2);
        assertThat(read.price).isEqualByComparingTo(album.price);
        assertThat(read.stock).isZero();
        assertThat(read.format).isEqualTo(Format.LP);
        assertThat(read.alsoOn).isNull();
        assertThat(read.released).isNull();
        assertThat(read.added).isNotNull();
        assertThat(read.barcode).isNotNull();
        assertThat(read.artist.get().name).startsWith("Name ");
        assertThat(read.guest.get()).isNull();
        assertThat(read.genres.count()).isZero();
    }

    @Test
    void makesSoManyRowsThatARelationLeadsTo() {
        Album album =
                an(Album.class)
                        .with(Albums.tracks, 12)
                        .with(
                                Albums.genres,
                                2,
                                genre -> genre.withEach((g, n) -> g.code = "g" + n % 10))
                        .create();

        assertThat(album.tracks.list())
                .hasSize(12)
                .extracting(t -> t.title)
                .doesNotHaveDuplicates();
        assertThat(album.genres.list()).hasSize(2);
    }

    @Test
    void makesWhatARelationToOneLeadsToInAWayOfItsOwn() {
        Album album =
                an(Album.class).with(Albums.artist, by -> by.with(x -> x.name = "Django")).create();
        Track track = a(Track.class).with(Tracks.album, of -> of.with(Albums.tracks, 2)).create();

        assertThat(Artists.get(Artists.id.eq(album.artist.id())).name).isEqualTo("Django");
        assertThat(track.album.get().tracks.count()).isEqualTo(3);
    }

    @Test
    void leavesWhatATestSetAndSavesWhatItLedTo() {
        var artist = new Artist();
        artist.name = "Stéphane";

        Album album =
                an(Album.class)
                        .with(a -> a.title = "Minor Swing")
                        .with(a -> a.artist.set(artist))
                        .create();

        assertThat(artist.id).isPositive();
        assertThat(album.artist.id()).isEqualTo(artist.id);
        assertThat(Artists.all().count()).isEqualTo(1);
        assertThat(Albums.get().title).isEqualTo("Minor Swing");
    }

    @Test
    void countsUpwardsAndStaysWithinTheLengthOfAField() {
        List<Genre> genres = a(Genre.class).create(50);

        assertThat(genres)
                .extracting(genre -> genre.code)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void makesTenThousandRowsInSecondsOfWhichNoTwoAreAlike() {
        long start = System.nanoTime();
        List<Artist> artists = an(Artist.class).create(10_000);

        // A busy machine has five times as long as one is to have.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(artists).extracting(artist -> artist.name).doesNotHaveDuplicates();
        assertThat(Artists.all().count()).isEqualTo(10_000);
    }

    @Test
    void buildsWithoutTheDatabase() {
        Album album = Testing.assertQueries(0, () -> an(Album.class).build());

        assertThat(album.id).isZero();
        assertThat(album.artist.get().name).startsWith("Name ");
        assertThat(an(Album.class).build(3)).hasSize(3);
    }

    @Test
    void saysWhichCircleOfRelationsItCannotBegin() {
        assertThatThrownBy(() -> a(Hen.class).create())
                .isInstanceOf(FactoryException.class)
                .hasMessageContaining("records.Hen -> records.Egg -> records.Hen");
        assertThatThrownBy(() -> an(Egg.class).build()).isInstanceOf(FactoryException.class);
    }

    @Test
    void refusesANumberWhereOneRowIsLedTo() {
        assertThatThrownBy(() -> an(Album.class).with(Albums.artist, 2))
                .hasMessageContaining("'artist' leads to one row");
        assertThatThrownBy(() -> an(Album.class).with(Albums.tracks, t -> t))
                .hasMessageContaining("'tracks' leads to many rows");
        assertThatThrownBy(() -> a(Track.class).with(Tracks.album.tracks(), 2))
                .hasMessageContaining("album.tracks");
    }
}
