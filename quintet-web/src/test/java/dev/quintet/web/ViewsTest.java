package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.Request;
import dev.quintet.http.Routes;
import dev.quintet.orm.Slug;
import dev.quintet.web.shop.Albums;
import dev.quintet.web.shop.Artists;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {

    private static final Map<String, String> TEMPLATES =
            Map.of(
                    "shop/artist_list.html",
                    "{% for artist in object_list %}{{ artist }} {% endfor %}"
                            + "{{ artist_list|length }} {{ is_paginated }} {{ page_obj.number }}"
                            + "/{{ paginator.num_pages }} {{ page.has_next }}",
                    "all.html",
                    "{{ objectList|length }} {{ is_paginated }} {{ title }}",
                    "shop/artist_detail.html",
                    "{{ artist.name }} {{ object.pk }}",
                    "sorted.html",
                    "{{ order }}:{% for artist in object_list %}{{ artist }} {% endfor %}",
                    "about.html",
                    "{{ topic }} {{ more }} {{ request.path }} {% url 'about' 'us' %}",
                    "record.html",
                    "{{ title }} {{ pages }}",
                    "shared.html",
                    "{% load static %}{% static 'a b.css' %} {{ STATIC_URL }} [{{ debug }}]");

    private static final Routes ROUTES =
            Routes.of(
                    path("artists/", ListView.of(Artists.all()).paginateBy(2)).name("artists"),
                    path(
                            "all/",
                            ListView.of(request -> Artists.all())
                                    .template("all.html")
                                    .context(_ -> Map.of("title", "All"))),
                    path(
                            "sorted/",
                            ListView.of(Artists.all()).sortableBy("name").template("sorted.html")),
                    path(
                            "none/",
                            request ->
                                    Shortcuts.getListOr404(
                                                    Artists.filter(Artists.name.eq("Nobody")))
                                            .toString()),
                    path("albums/", ListView.of(Albums.all()).allowEmpty(false)),
                    path("artists/<int:pk>/", DetailView.of(Artists.all())).name("artist"),
                    path("named/<str:name>/", DetailView.of(Artists.all())),
                    path(
                                    "about/<str:topic>/",
                                    TemplateView.of("about.html")
                                            .context(_ -> Map.of("more", "and more")))
                            .name("about"),
                    path("old/<int:pk>/", RedirectView.toRoute("artist").permanent().keepQuery()),
                    path("home/", RedirectView.toUrl("/artists/")),
                    path("slugs/<slug:slug>/", ViewsTest::slugPage),
                    path(
                            "later/",
                            request -> TemplateResponse.of("all.html", Map.of("title", "T"))),
                    path("record/", request -> render(request, "record.html", new Book("Emma", 3))),
                    path("shared/", request -> render(request, "shared.html")),
                    path("missing/", request -> render(request, "missing.html")),
                    path("404/", request -> show(Artists.getOr404(Artists.name.eq("Nobody")))),
                    path(
                            "to/<path:url>",
                            request -> redirect(request.captured("url", String.class))));

    /// What the view of `record/` shows.
    public record Book(String title, int pages) {}

    @TempDir private Path folder;
    private ShopPages shop;

    @BeforeEach
    void openShop() {
        shop = new ShopPages(folder, TEMPLATES, ROUTES);
        for (String name : new String[] {"Ada", "Bert", "Cleo", "Dora", "Emil"}) {
            shop.artist(name);
        }
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    private static dev.quintet.http.Response show(Object value) {
        return dev.quintet.http.Response.text(value.toString());
    }

    private static Object slugPage(Request request, Slug slug) {
        return slug.getClass().getSimpleName()
                + " "
                + slug
                + " "
                + request.captured("slug", Slug.class).equals(slug);
    }

    @Test
    void sortsByTheFieldsThatAreOpenAndByNoOthers() {
        assertThat(shop.page("/sorted/?order=-name")).isEqualTo("-name:Emil Dora Cleo Bert Ada ");
        assertThat(shop.page("/sorted/?order=contract")).startsWith(":Ada Bert");
        assertThat(shop.page("/sorted/?order=name__x';--")).startsWith(":Ada");
        assertThat(shop.get("/none/").status()).isEqualTo(404);
    }

    @Test
    void givesAViewTheSlugThatItTakes() {
        assertThat(shop.page("/slugs/django-reinhardt/")).isEqualTo("Slug django-reinhardt true");
    }

    @Test
    void rendersAPageThatWasReturnedUnrendered() {
        assertThat(shop.page("/later/")).contains("T");
    }

    @Test
    void listsRowsInPages() {
        assertThat(shop.page("/artists/")).isEqualTo("Ada Bert 2 true 1/3 true");
        assertThat(shop.page("/artists/?page=3")).isEqualTo("Emil 1 true 3/3 false");
        assertThat(shop.page("/artists/?page=last")).isEqualTo("Emil 1 true 3/3 false");
    }

    @Test
    void seesRowsThatWereAddedAfterTheFirstRequest() {
        shop.page("/all/");
        shop.artist("Fritz");

        assertThat(shop.page("/all/")).isEqualTo("6 false All");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/artists/?page=4",
                "/artists/?page=0",
                "/artists/?page=-1",
                "/artists/?page=x",
                "/artists/?page=99999999999999999999",
                "/albums/",
                "/artists/99/",
                "/named/Nobody/",
                "/404/"
            })
    void answers404WhereNothingIs(String url) {
        assertThat(shop.get(url).status()).isEqualTo(404);
    }

    @Test
    void showsOneRow() {
        assertThat(shop.page("/artists/2/")).isEqualTo("Bert 2");
        assertThat(shop.page("/named/Cleo/")).isEqualTo("Cleo 3");
    }

    @Test
    void showsATemplateWithWhatTheRouteCaptured() {
        assertThat(shop.page("/about/jazz/")).isEqualTo("jazz and more /about/jazz/ /about/us/");
    }

    @Test
    void showsARecord() {
        assertThat(shop.page("/record/")).isEqualTo("Emma 3");
    }

    @Test
    void givesEveryPageTheAddressesOfFiles() {
        assertThat(shop.page("/shared/")).isEqualTo("/static/a%20b.css /static/ [false]");
    }

    @Test
    void redirects() {
        assertThat(shop.get("/old/2/?a=b").header("Location")).isEqualTo("/artists/2/?a=b");
        assertThat(shop.get("/old/2/").status()).isEqualTo(301);
        assertThat(shop.get("/home/").status()).isEqualTo(302);
        assertThat(shop.get("/to/artists").header("Location")).isEqualTo("/artists/");
        assertThat(shop.get("/to/x/y").header("Location")).isEqualTo("x/y");
        assertThat(shop.get("/to/https://example.com/a").header("Location"))
                .isEqualTo("https://example.com/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/to///evil.example/",
                "/to/%5C%5Cevil.example",
                "/to/%5C/evil.example",
                "/to/%09//evil.example",
                "/to/%20//evil.example",
                "/to/javascript:alert(1)//."
            })
    void refusesRedirectsThatLeadElsewhereUnseen(String url) {
        assertThat(shop.get(url).status()).isEqualTo(400);
    }

    @Test
    void namesTheTemplateThatIsMissingOnlyInTheLog() {
        var response = shop.get("/missing/");

        assertThat(response.status()).isEqualTo(500);
        assertThat(ShopPages.text(response)).doesNotContain("missing.html", "Exception");
    }
}
