package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.forms.Form;
import dev.quintet.forms.ModelChoiceField;
import dev.quintet.forms.ModelForm;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.web.shop.Album;
import dev.quintet.web.shop.Albums;
import dev.quintet.web.shop.Artist;
import dev.quintet.web.shop.Artists;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutocompleteViewTest {

    /// Chooses among some artists.
    static final class Pick extends Form {
        final ModelChoiceField<Artist> artist =
                modelChoiceField(Artists.exclude(Artists.name.startsWith("Hidden")))
                        .choiceLabel(artist -> artist.name + "!");
    }

    /// Of a model.
    static final class AlbumForm extends ModelForm<Album> {
        AlbumForm() {
            fields(Albums.title, Albums.artist);
        }
    }

    private static final Routes ROUTES =
            Routes.of(
                    path("find/", AutocompleteView.of(_ -> new Pick().artist, Artists.name)),
                    path(
                            "two/",
                            AutocompleteView.of(
                                            _ ->
                                                    AutocompleteView.<Artist>rowsOf(
                                                            new AlbumForm().get("artist").field()),
                                            Artists.name,
                                            Artists.contract)
                                    .perPage(2)),
                    path(
                            "members/",
                            AutocompleteView.of(_ -> new Pick().artist, Artists.name)
                                    .allow(request -> request.query().has("member"))));

    @TempDir private Path folder;
    private ShopPages shop;

    @BeforeEach
    void open() {
        shop = new ShopPages(folder, Map.of(), ROUTES);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void findsRowsThatHoldEachWord() {
        Artist django = shop.artist("Django Reinhardt");
        shop.artist("Django & Co");
        shop.artist("Duke");

        assertThat(shop.page("/find/?term=REIN+djan"))
                .isEqualTo(
                        "{\"results\":[{\"id\":\""
                                + django.id
                                + "\",\"text\":\"Django Reinhardt!\"}],"
                                + "\"pagination\":{\"more\":false}}");
        assertThat(shop.page("/find/?term=x")).startsWith("{\"results\":[]");
        assertThat(shop.page("/two/?term=contract+duke")).contains("Duke");
    }

    @Test
    void neverListsWhatTheFieldWouldRefuse() {
        shop.artist("Hidden Django");
        shop.artist("Django");

        assertThat(shop.page("/find/?term=django"))
                .contains("\"Django!\"")
                .doesNotContain("Hidden");
        assertThat(shop.page("/find/?term=hidden")).startsWith("{\"results\":[]");
        assertThat(shop.page("/find/")).doesNotContain("Hidden");
    }

    @Test
    void answersPageByPage() {
        IntStream.range(0, 5).forEach(i -> shop.artist("A" + i));

        assertThat(shop.page("/two/?page=1")).contains("A0", "A1", "\"more\":true");
        assertThat(shop.page("/two/?page=3")).contains("A4", "\"more\":false");
        assertThat(shop.page("/two/?page=4")).startsWith("{\"results\":[]");
        for (String odd : List.of("0", "-3", "x", "", "99999999999", "%00")) {
            assertThat(shop.get("/two/?page=" + odd).status()).as(odd).isEqualTo(200);
        }
        assertThat(shop.get("/find/?term=" + "%00%25_%27%22+".repeat(300)).status()).isEqualTo(200);
    }

    @Test
    void tellsNothingToThoseWhoMayNotAsk() {
        shop.artist("Django");

        Response refused = shop.get("/members/?term=django");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(ShopPages.text(refused)).doesNotContain("Django");
        assertThat(shop.page("/members/?member&term=django")).contains("Django");
        assertThat(shop.get("/members/?member").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void refusesAFieldWithoutRows() {
        assertThatThrownBy(() -> AutocompleteView.rowsOf(new AlbumForm().get("title").field()))
                .isInstanceOf(PageException.class)
                .hasMessageContaining("[forms.E025]");
    }

    @Test
    void bringsItsScriptAlong() {
        StaticFiles files = StaticFiles.of(new Settings(), Apps.of(List.of()));

        assertThat(files.url("quintet/forms/autocomplete.js"))
                .startsWith("/static/quintet/forms/autocomplete.");
    }
}
