package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.forms.CharField;
import dev.quintet.forms.Form;
import dev.quintet.forms.ModelForm;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.web.shop.Article;
import dev.quintet.web.shop.Articles;
import dev.quintet.web.shop.Artist;
import dev.quintet.web.shop.Artists;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditingViewsTest {

    /// Asks for a name.
    public static final class Contact extends Form {
        public final CharField name = charField().minLength(3);
    }

    /// Changes the name of an artist and nothing else.
    public static final class ArtistForm extends ModelForm<Artist> {
        public ArtistForm() {
            fields(Artists.name);
        }
    }

    private static final Routes ROUTES =
            Routes.of(
                    path(
                            "contact/",
                            FormView.of(
                                    Contact::new,
                                    "contact.html",
                                    (request, form) ->
                                            Response.text("Hello " + form.name.value()))),
                    path("articles/", EditingViewsTest::savesWhatAnotherSavedMeanwhile),
                    path("artists/", request -> Response.text("all")).name("artists"),
                    path(
                            "artists/new/",
                            CreateView.of(ArtistForm::new, artist -> redirect("artists"))
                                    .prepare((request, artist) -> artist.contract = "standard")),
                    path(
                            "artists/<int:pk>/edit/",
                            UpdateView.of(
                                    Artists.all(), ArtistForm::new, artist -> redirect("artists"))),
                    path(
                            "artists/<int:pk>/delete/",
                            DeleteView.of(Artists.all(), artist -> redirect("artists"))));

    private static Response savesWhatAnotherSavedMeanwhile(Request request) {
        Article mine = Articles.get();
        Article yours = Articles.get();
        yours.title = "yours";
        yours.save();
        mine.title = "mine";
        mine.save();
        return Response.text("overwritten");
    }

    private static final Map<String, String> TEMPLATES =
            Map.of(
                    "contact.html",
                    "{{ form.name.errors }}{{ form.name }}",
                    "shop/artist_form.html",
                    "{{ artist.pk }} {{ form.name.errors }}{{ form.name }}",
                    "shop/artist_confirm_delete.html",
                    "Delete {{ artist }}?");

    @TempDir private Path folder;
    private ShopPages shop;

    @BeforeEach
    void open() {
        shop = new ShopPages(folder, TEMPLATES, ROUTES);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Response post(String url, String body) {
        return shop.handle(
                RequestBuilder.post(url)
                        .body(
                                "application/x-www-form-urlencoded",
                                body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .build());
    }

    @Test
    void showsAFormUntilWhatIsSubmittedIsFine() {
        assertThat(shop.page("/contact/"))
                .isEqualTo(
                        "<input type=\"text\" name=\"name\" minlength=\"3\" required id=\"id_name\">");
        assertThat(ShopPages.text(post("/contact/", "name=Django"))).isEqualTo("Hello Django");
        assertThat(ShopPages.text(post("/contact/", "name=A%3C")))
                .contains("at least 3 characters (it has 2)", "value=\"A&lt;\"");
    }

    @Test
    void answersAJsonBodyInJson() {
        Response refused =
                shop.handle(
                        RequestBuilder.post("/contact/")
                                .body(
                                        "application/json",
                                        "{\"name\": 5}"
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .build());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(ShopPages.text(refused))
                .isEqualTo(
                        "{\"errors\":{\"name\":[{\"message\":\"Ensure this value has at least 3"
                                + " characters (it has 1).\",\"code\":\"min_length\"}]}}");
    }

    @Test
    void makesARowWithWhatTheFormDoesNotSet() {
        Response made = post("/artists/new/", "name=Django&contract=hacked");

        assertThat(made.status()).isEqualTo(302);
        shop.in(() -> {
            Artist artist = Artists.get(Artists.name.eq("Django"));
            assertThat(artist.contract).isEqualTo("standard");
        });
    }

    @Test
    void changesARow() {
        Artist artist = shop.artist("Django");
        String url = "/artists/" + artist.id + "/edit/";

        assertThat(shop.page(url)).startsWith(artist.id + " ").contains("value=\"Django\"");
        assertThat(post(url, "name=").status()).isEqualTo(200);
        assertThat(post(url, "name=Django+R.").status()).isEqualTo(302);
        shop.in(() ->
                assertThat(Artists.get(Artists.id.eq(artist.id)).name).isEqualTo("Django R."));
        assertThat(post("/artists/999/edit/", "name=x").status()).isEqualTo(404);
    }

    @Test
    void answers409ToWhoSavesWhatAnotherSavedMeanwhile() {
        shop.in(() -> new Article().save());

        Response answer = shop.getJson("/articles/");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        shop.in(() -> assertThat(Articles.get().title).isEqualTo("yours"));
    }

    @Test
    void deletesARowOnlyWhenItIsTold() {
        Artist artist = shop.artist("Django");
        String url = "/artists/" + artist.id + "/delete/";

        assertThat(shop.page(url)).isEqualTo("Delete Django?");
        shop.in(() -> assertThat(Artists.all().count()).isEqualTo(1));
        assertThat(post(url, "").status()).isEqualTo(302);
        shop.in(() -> assertThat(Artists.all().count()).isZero());
    }
}
