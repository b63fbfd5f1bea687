package dev.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.orm.shop.Album;
import dev.quintet.orm.shop.Albums;
import dev.quintet.orm.shop.Format;
import dev.quintet.orm.shop.Genre;
import dev.quintet.orm.state.FieldState;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What the annotation processor wrote for the shop's models does what it says.
class GeneratedMappingTest {

    private final ModelMapping<Album> albums = Albums.Mapping.INSTANCE;

    @Test
    void isFoundByTheModelsClass() {
        assertThat(Mappings.of(Album.class)).isSameAs(albums);
    }

    @Test
    void describesTheModel() {
        assertThat(albums.state().table()).isEqualTo("shop_album");
        assertThat(albums.state().ordering()).containsExactly("-released");
        assertThat(albums.columns())
                .extracting(FieldState::column)
                .containsExactly(
                        "id", "title", "slug", "price", "stock", "format", "released", "artist_id");
        assertThat(albums.state().find("format").choices())
                .extracting(FieldState.Choice::label)
                .containsExactly("Lp", "Cassette", "Compact Disc");
        assertThat(albums.state().find("artist").relation().onDelete()).isEqualTo(OnDelete.CASCADE);
    }

    @Test
    void seesAManyToManyTableFromBothSides() {
        var there = albums.relation("genres").through();
        var back = Mappings.of(Genre.class).relation("albums").through();

        assertThat(there.table()).isEqualTo(back.table()).isEqualTo("shop_album_genres");
        assertThat(there.from()).isEqualTo(back.to()).isEqualTo("album_id");
        assertThat(there.to()).isEqualTo(back.from()).isEqualTo("genre_id");
        assertThat(Mappings.of(Genre.class).state().find("albums")).isNull();
    }

    @Test
    void storesAsColumnsHoldIt() {
        var album = album();

        assertThat(albums.stored(album, albums.number("slug"))).isEqualTo("djangology");
        assertThat(albums.stored(album, albums.number("format"))).isEqualTo("CASSETTE");
        assertThat(albums.stored(album, albums.number("released"))).isNull();
        assertThat(albums.stored(album, albums.number("artist"))).isEqualTo(7L);
        assertThat(albums.value(album, albums.number("format"))).isEqualTo(Format.CASSETTE);
    }

    @Test
    void tellsWhichFieldsHaveChanged() {
        assertThat(changed(_ -> {})).isEmpty();
        assertThat(changed(album -> album.price = new BigDecimal("12.50"))).isEmpty();
        assertThat(changed(album -> album.price = new BigDecimal("12.51")))
                .containsExactly("price");
        assertThat(changed(album -> album.artist.setKey(8L))).containsExactly("artist");
        assertThat(
                        changed(album -> {
                            album.title = null;
                            album.slug = new Slug("other");
                            album.format = Format.LP;
                        }))
                .containsExactly("title", "slug", "format");
    }

    @Test
    void assignsWhatFits() {
        var album = album();

        albums.assign(album, albums.number("stock"), 3L);
        albums.assign(album, albums.number("artist"), 9);
        albums.assign(album, albums.number("title"), null);

        assertThat(album.stock).isEqualTo(3);
        assertThat(album.artist.key()).isEqualTo(9L);
        assertThat(album.title).isNull();
    }

    @Test
    void refusesToAssignWhatDoesNotFit() {
        assertThatThrownBy(() -> albums.assign(album(), albums.number("price"), "12.50"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Album.price takes BigDecimal, not String.");
        assertThatThrownBy(() -> albums.assign(album(), albums.number("stock"), null))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Album.stock takes Integer, not null.");
        assertThatThrownBy(() -> albums.assign(album(), albums.number("stock"), 1L << 40))
                .isInstanceOf(MappingException.class);
    }

    private List<String> changed(Consumer<Album> change) {
        var album = album();
        EntityState snapshot = albums.snapshot(album);
        change.accept(album);
        var changed = new ChangedFields();
        albums.changes(album, snapshot, changed);
        return changed.numbers().stream()
                .mapToObj(number -> albums.columns().get(number).name())
                .toList();
    }

    private static Album album() {
        var album = new Album();
        album.title = "Djangology";
        album.slug = new Slug("djangology");
        album.price = new BigDecimal("12.5");
        album.format = Format.CASSETTE;
        album.artist.setKey(7L);
        return album;
    }
}
