package dev.quintet.web;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.BadRequest;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePagesTest {

    private static final Routes ROUTES =
            Routes.of(
                    get("only-get/", _ -> Response.text("yes")),
                    path(
                            "fails/",
                            _ -> {
                                throw new IllegalStateException("the password is s3cret");
                            }),
                    path(
                            "wrong/",
                            _ -> {
                                throw new BadRequest("<b>Not</b> like that.");
                            }),
                    path(
                            "closed/",
                            _ -> {
                                throw new PermissionDenied("Not for you.");
                            }));

    @TempDir private Path folder;

    @Test
    void showsAPlainPageThatTellsNothing() {
        Response page = asked("/fails/", Map.of());

        assertThat(page.status()).isEqualTo(500);
        assertThat(ShopPages.text(page))
                .contains("<b>500</b>", "Something went wrong", page.header("X-Request-ID"))
                .doesNotContain("s3cret", "IllegalState", "java");
    }

    @Test
    void escapesWhatItSays() {
        Response page = asked("/wrong/", Map.of());

        assertThat(page.status()).isEqualTo(400);
        assertThat(ShopPages.text(page)).contains("&lt;b&gt;Not&lt;/b&gt; like that.");
    }

    @Test
    void showsEachStatus() {
        try (var shop = new ShopPages(folder, Map.of(), ROUTES)) {
            assertThat(ShopPages.text(shop.get("/closed/"))).contains("403", "Not for you.");
            assertThat(ShopPages.text(shop.get("/nowhere/<x>")))
                    .contains("404", "/nowhere/&lt;x&gt;");
            assertThat(shop.get("/nowhere/").status()).isEqualTo(404);
        }
    }

    @Test
    void answersJsonWhereJsonIsLikedBetter() {
        try (var shop = new ShopPages(folder, Map.of(), ROUTES)) {
            Response problem = shop.getJson("/fails/");

            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(ShopPages.text(problem))
                    .contains(
                            "\"status\":500", "\"request_id\":\"" + problem.header("X-Request-ID"))
                    .doesNotContain("s3cret", "IllegalState", "detail");
        }
    }

    @Test
    void prefersTheSitesOwnTemplates() {
        String own = "{{ status }} {{ title }}: {{ detail }} {{ request.path }}";

        Response page = asked("/nowhere/", Map.of("404.html", own));

        assertThat(page.status()).isEqualTo(404);
        assertThat(ShopPages.text(page))
                .isEqualTo("404 Not Found: There is no page at /nowhere/. /nowhere/");
    }

    @Test
    void fallsBackWhereTheSitesOwnTemplateFails() {
        Response page = asked("/fails/", Map.of("500.html", "{% nonsense %}"));

        assertThat(page.status()).isEqualTo(500);
        assertThat(ShopPages.text(page)).contains("<b>500</b>").doesNotContain("nonsense");
    }

    private Response asked(String url, Map<String, String> templates) {
        try (var shop = new ShopPages(folder, templates, ROUTES)) {
            return shop.get(url);
        }
    }
}
