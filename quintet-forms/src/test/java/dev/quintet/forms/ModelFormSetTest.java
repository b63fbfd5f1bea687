package dev.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.forms.shop.Album;
import dev.quintet.forms.shop.Albums;
import dev.quintet.forms.shop.Artist;
import dev.quintet.forms.shop.Genre;
import dev.quintet.forms.shop.Genres;
import dev.quintet.forms.widget.FormData;
import dev.quintet.orm.connection.IntegrityException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.FieldSource;

/// On every database.
@ParameterizedClass
@FieldSource("dev.quintet.forms.Shop#KINDS")
class ModelFormSetTest {

    static final class GenreForm extends ModelForm<Genre> {
        GenreForm() {
            fields(Genres.name);
        }
    }

    static final class AlbumForm extends ModelForm<Album> {
        AlbumForm() {
            fields(Albums.title, Albums.slug, Albums.price);
        }
    }

    @Parameter String kind;
    @TempDir private Path folder;
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(kind, folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Map<String, Object> counts(String prefix, int total, int initial) {
        var data = new HashMap<String, Object>();
        data.put(prefix + "-TOTAL_FORMS", String.valueOf(total));
        data.put(prefix + "-INITIAL_FORMS", String.valueOf(initial));
        return data;
    }

    private static void genre(Map<String, Object> data, int row, long id, String name) {
        data.put("form-" + row + "-id", String.valueOf(id));
        data.put("form-" + row + "-name", name);
    }

    @Test
    void changesDeletesAndAddsRowsTogether() {
        shop.run(() -> {
            Genre bebop = Shop.genre("Bebop");
            Genre swing = Shop.genre("Swing");
            Genre valse = Shop.genre("Valse");
            var data = counts("form", 4, 3);
            genre(data, 0, bebop.id, "Bebop");
            genre(data, 1, swing.id, "Swing manouche");
            genre(data, 2, valse.id, "Valse");
            data.put("form-2-DELETE", "on");
            data.put("form-3-name", "Bolero");
            ModelFormSet<Genre, GenreForm> genres =
                    ModelFormSet.of(GenreForm::new, Genres.all()).canDelete();
            genres.bind(FormData.of(data));

            var saved = genres.save();

            assertThat(saved.changed())
                    .extracting(genre -> genre.name)
                    .containsExactly("Swing manouche");
            assertThat(saved.created()).extracting(genre -> genre.name).containsExactly("Bolero");
            assertThat(saved.deleted()).containsExactly(valse);
            assertThat(Genres.all().list())
                    .extracting(genre -> genre.name)
                    .containsExactly("Bebop", "Bolero", "Swing manouche");
        });
    }

    @Test
    void refusesTheKeyOfARowThatIsNotAmongThem() {
        shop.run(() -> {
            Genre mine = Shop.genre("Mine");
            Genre other = Shop.genre("Other");
            var data = counts("form", 1, 1);
            genre(data, 0, other.id, "Hacked");
            ModelFormSet<Genre, GenreForm> genres =
                    ModelFormSet.of(GenreForm::new, Genres.filter(Genres.id.eq(mine.id)));
            genres.bind(FormData.of(data));

            assertThat(genres.isValid()).isFalse();
            assertThat(genres.errors().getFirst().get("id").messages())
                    .containsExactly(
                            "Select a valid choice. That choice is not one of the available choices.");
            assertThat(Genres.get(Genres.id.eq(other.id)).name).isEqualTo("Other");
        });
    }

    @Test
    void refusesTheSameValueTwiceWhereTheModelWantsDifferentOnes() {
        shop.run(() -> {
            var data = counts("form", 2, 0);
            data.put("form-0-name", "Swing");
            data.put("form-1-name", "Swing");
            ModelFormSet<Genre, GenreForm> genres = ModelFormSet.of(GenreForm::new, Genres.all());
            genres.bind(FormData.of(data));

            assertThat(genres.isValid()).isFalse();
            assertThat(genres.nonFormErrors().messages())
                    .containsExactly("Please correct the duplicate data for name.");
        });
    }

    @Test
    void savesAllOfItsRowsOrNone() {
        shop.run(() -> {
            var data = counts("form", 2, 0);
            data.put("form-0-name", "Swing");
            data.put("form-1-name", "Bop");
            ModelFormSet<Genre, GenreForm> genres = ModelFormSet.of(GenreForm::new, Genres.all());
            genres.bind(FormData.of(data));
            assertThat(genres.isValid()).isTrue();
            // Somebody else is quicker.
            Shop.genre("Bop");

            assertThatThrownBy(genres::save).isInstanceOf(IntegrityException.class);

            assertThat(Genres.all().list()).extracting(genre -> genre.name).containsExactly("Bop");
        });
    }

    @Test
    void tiesInlineRowsToTheirParentEvenOneThatIsNew() {
        shop.run(() -> {
            var django = new Artist();
            django.name = "Django";
            var data = counts("album_set", 1, 0);
            data.put("album_set-0-title", "Djangology");
            data.put("album_set-0-slug", "djangology");
            data.put("album_set-0-price", "1");
            ModelFormSet<Album, AlbumForm> albums =
                    ModelFormSet.inline(AlbumForm::new, Albums.artist, django);
            albums.bind(FormData.of(data));

            assertThat(albums.isValid()).isTrue();
            django.save();
            albums.save();

            assertThat(Albums.all().list())
                    .extracting(album -> album.artist.id())
                    .containsExactly(django.id);
        });
    }

    @Test
    void showsOnlyTheRowsOfItsParentWithTheirKeysHidden() {
        shop.run(() -> {
            Artist django = Shop.artist("Django");
            Album mine = Shop.album("Mine", django);
            Shop.album("Other", Shop.artist("Duke"));
            ModelFormSet<Album, AlbumForm> albums =
                    ModelFormSet.inline(AlbumForm::new, Albums.artist, django);
            albums.extra(0);

            assertThat(albums.forms()).hasSize(1);
            assertThat(albums.toHtml().text())
                    .contains(
                            "<input type=\"hidden\" name=\"album_set-0-id\" value=\""
                                    + mine.id
                                    + "\"",
                            "value=\"Mine\"")
                    .doesNotContain("Other");
        });
    }
}
