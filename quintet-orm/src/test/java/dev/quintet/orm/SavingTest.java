package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.connection.IntegrityException;
import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Artist;
import dev.quintet.orm.shop.Artists;
import dev.quintet.orm.shop.Genre;
import dev.quintet.orm.shop.Genres;
import dev.quintet.orm.shop.Track;
import dev.quintet.orm.shop.Tracks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// Objects written and deleted, on every database.
@ParameterizedClass
@FieldSource("dev.quintet.orm.TestShop#KINDS")
class SavingTest {

    @Parameter String kind;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(kind);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Artist givenArtist(String name) {
        var artist = new Artist();
        artist.name = name;
        artist.save();
        return artist;
    }

    private static Album album(Artist artist, String title) {
        var album = new Album();
        album.title = title;
        album.slug = new Slug(title);
        album.price = new BigDecimal("10.00");
        album.artist.set(artist);
        return album;
    }

    private static Album givenAlbum(Artist artist, String title) {
        Album album = album(artist, title);
        album.save();
        return album;
    }

    private static Track givenTrack(Album album, String title) {
        var track = new Track();
        track.title = title;
        track.album.set(album);
        track.save();
        return track;
    }

    @Test
    void givesANewObjectItsKey() {
        shop.run(() -> {
            Artist artist = givenArtist("Django");

            assertThat(artist.id).isPositive();
            assertThat(Artists.get(Artists.id.eq(artist.id))).isEqualTo(artist);
        });
    }

    @Test
    void leadsByTheKeyThatItsTargetHasNow() {
        shop.run(() -> {
            Artist artist = givenArtist("Django");
            Album album = album(artist, "Djangology");
            long first = artist.id;

            artist.id = first + 1_000;

            assertThat(album.artist.id()).isEqualTo(first + 1_000);
            artist.detach();
            assertThat(album.artist.id()).isEqualTo(first + 1_000);
        });
    }

    @Test
    void writesOnlyWhatChanged() {
        shop.run(() -> givenAlbum(givenArtist("Django"), "Djangology"));

        var sent =
                shop.statementsOf(() -> {
                    Album album = Albums.get();
                    album.save();
                    album.price = new BigDecimal("10.0");
                    album.save();
                    album.stock = 5;
                    album.save();
                    album.save();
                });

        assertThat(sent).hasSize(2);
        assertThat(sent.getLast()).contains("SET").contains("stock").doesNotContain("title");
    }

    @Test
    void saysThatTheRowIsGone() {
        shop.run(() -> {
            Artist artist = givenArtist("Django");
            Artists.filter(Artists.id.eq(artist.id)).delete();
            artist.name = "Stéphane";

            assertThatThrownBy(artist::update)
                    .isInstanceOf(NotUpdatedException.class)
                    .hasMessageContaining("nothing was updated");
            assertThatThrownBy(artist::refresh).isInstanceOf(DoesNotExist.class);
        });
    }

    @Test
    void makesANewRowOfAnObjectWhoseRowIsGone() {
        shop.run(() -> {
            Artist artist = givenArtist("Django");
            long id = artist.id;
            Artists.filter(Artists.id.eq(id)).delete();
            artist.name = "Stéphane";

            List<String> sent = shop.statementsOf(artist::save);

            assertThat(sent).hasSize(2);
            assertThat(sent.getFirst()).startsWith("UPDATE");
            assertThat(sent.getLast()).startsWith("INSERT");
            assertThat(Artists.get(Artists.id.eq(id)).name).isEqualTo("Stéphane");
            assertThat(shop.statementsOf(artist::save)).isEmpty();
        });
    }

    @Test
    void doesNotMakeARowOfAnObjectThatWasLoadedInPart() {
        shop.run(() -> {
            givenArtist("Django");
            Artist artist = Artists.all().only(Artists.name).list().getFirst();
            Artists.all().delete();
            artist.name = "Stéphane";

            assertThatThrownBy(artist::save).isInstanceOf(NotUpdatedException.class);
        });
    }

    @Test
    void readsAgainWhatOthersWrote() {
        shop.run(() -> {
            Album album = givenAlbum(givenArtist("Django"), "Djangology");
            Albums.all().update(Albums.stock.set(9));

            album.refresh();

            assertThat(album.stock).isEqualTo(9);
        });
    }

    @Test
    void refusesARelationToAnObjectThatWasNeverSaved() {
        shop.run(() ->
                assertThatThrownBy(() -> album(new Artist(), "x").save())
                        .isInstanceOf(QueryException.class)
                        .hasMessageContaining("Album.artist leads to an object"));
    }

    @Test
    void takesTheKeyOfATargetThatWasSavedInBetween() {
        shop.run(() -> {
            var artist = new Artist();
            artist.name = "Django";
            Album album = album(artist, "Djangology");
            artist.save();
            album.save();

            assertThat(Albums.get().artist.id()).isEqualTo(artist.id);
        });
    }

    @Test
    void namesTheConstraintThatWasBroken() {
        shop.run(() -> {
            Artist artist = givenArtist("Django");
            givenAlbum(artist, "one");

            assertThatThrownBy(() -> givenAlbum(artist, "one"))
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageContaining("slug");
            assertThat(Albums.all().count()).isEqualTo(1);
        });
    }

    @Test
    void keepsAFileOfAnOldKeyApartFromANewObject() {
        shop.run(() -> {
            var artist = new Artist();
            artist.id = 42;
            artist.name = "Django";
            artist.save();
            artist.name = "Jean";
            artist.save();

            assertThat(Artists.get(Artists.id.eq(42)).name).isEqualTo("Jean");
            assertThat(new Artist()).isNotEqualTo(new Artist());
        });
    }

    @Test
    void deletesWhatGoesAlongAndCountsIt() {
        shop.run(() -> {
            Artist django = givenArtist("Django");
            Album album = givenAlbum(django, "Djangology");
            givenTrack(album, "Nuages");
            givenTrack(album, "Minor Swing");
            var swing = new Genre();
            swing.name = "Swing";
            swing.save();
            album.genres.add(swing);
            givenAlbum(givenArtist("Stéphane"), "Uptown");

            DeletedRows deleted = django.delete();

            assertThat(deleted.byModel())
                    .isEqualTo(
                            Map.of(
                                    "shop.Artist", 1L,
                                    "shop.Album", 1L,
                                    "shop.Album_genres", 1L,
                                    "shop.Track", 2L));
            assertThat(deleted.total()).isEqualTo(5);
            assertThat(Albums.all().count()).isEqualTo(1);
            assertThat(Tracks.all().exists()).isFalse();
            assertThat(Genres.all().count()).isEqualTo(1);
        });
    }
}
