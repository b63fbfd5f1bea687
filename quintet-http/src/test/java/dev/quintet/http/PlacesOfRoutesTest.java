package dev.quintet.http;

import static dev.quintet.http.Routes.inLanguage;
import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.middleware.Common;
import dev.quintet.http.middleware.Languages;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Catalogue;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Routes that depend on the language, and on the host.
class PlacesOfRoutesTest {

    private final Settings settings =
            new Settings()
                    .set(HttpSettings.ALLOWED_HOSTS, List.of(".example.test"))
                    .set(KernelSettings.LANGUAGE_CODE, "en")
                    .set(LanguageSettings.LANGUAGES, List.of("en", "de"));

    static Object books(Request request) {
        return "books " + Reverse.of("books").url();
    }

    static Object book(Request request, long id) {
        return "book " + id + " " + Reverse.of("book", id).url();
    }

    private RequestPipeline site(Routes routes) {
        Translations german =
                Translations.none()
                        .with(
                                Language.of("de"),
                                catalogue(
                                        "books/",
                                        "buecher/",
                                        "books/<int:id>/",
                                        "buecher/<int:id>/"));
        Context site =
                Context.of(settings, Apps.of(List.of()), Clock.systemUTC())
                        .with(Translations.KEY, german);
        Router router = Router.of(routes);
        return RequestPipeline.of(site, router)
                .with(List.of(Languages.of(settings, router), Common.of(settings)));
    }

    private static Catalogue catalogue(String... pairs) {
        var po =
                new StringBuilder(
                        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n");
        for (int i = 0; i < pairs.length; i += 2) {
            po.append("\nmsgid \"")
                    .append(pairs[i])
                    .append("\"\nmsgstr \"")
                    .append(pairs[i + 1])
                    .append("\"\n");
        }
        return Catalogue.parsePo(po.toString(), "de.po");
    }

    private static String body(Response response) {
        return new String(((Body.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    private static Response get(RequestPipeline site, String url, String... headers) {
        RequestBuilder request = RequestBuilder.get(url).header("Host", "www.example.test");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return site.handle(request.build());
    }

    @Test
    void findsAndReversesPatternsInTheLanguageOfThePath() {
        RequestPipeline site =
                site(
                        Routes.of(
                                inLanguage(
                                        Routes.of(
                                                path("books/", PlacesOfRoutesTest::books)
                                                        .name("books")
                                                        .translated(),
                                                path("books/<int:id>/", PlacesOfRoutesTest::book)
                                                        .name("book")
                                                        .translated()))));

        assertThat(body(get(site, "/de/buecher/"))).isEqualTo("books /de/buecher/");
        assertThat(body(get(site, "/en/books/"))).isEqualTo("books /en/books/");
        assertThat(body(get(site, "/de/buecher/7/"))).isEqualTo("book 7 /de/buecher/7/");
        assertThat(get(site, "/de/books/").status()).isEqualTo(404);
        assertThat(get(site, "/en/books/").header("Content-Language")).isEqualTo("en");
    }

    @Test
    void sendsAPathWithoutALanguageToThatOfTheVisitor() {
        RequestPipeline site =
                site(
                        Routes.of(
                                inLanguage(
                                        Routes.of(
                                                path("books/", PlacesOfRoutesTest::books)
                                                        .name("books")))));

        Response response = get(site, "/books/?a=b", "Accept-Language", "de");

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).isEqualTo("/de/books/?a=b");
        assertThat(response.header("Vary")).contains("Accept-Language");
    }

    @Test
    void leavesThePrefixOfTheSitesOwnLanguageOutWhereThatIsWanted() {
        RequestPipeline site =
                site(
                        Routes.of(
                                inLanguage(
                                        Routes.of(
                                                path("books/", PlacesOfRoutesTest::books)
                                                        .name("books")
                                                        .translated()),
                                        false)));

        assertThat(body(get(site, "/books/", "Accept-Language", "de"))).isEqualTo("books /books/");
        assertThat(body(get(site, "/de/buecher/"))).isEqualTo("books /de/buecher/");
        assertThat(get(site, "/en/books/").status()).isEqualTo(404);
    }

    @Test
    void keepsRoutesOfAHostToThatHostAndLinksToThemByWholeUrls() {
        Routes docs = Routes.of("docs", path("", request -> "docs").name("index"));
        Routes all =
                Routes.of(
                        include("", docs).host("docs.example.test"),
                        path("", request -> "home " + Reverse.of("docs:index").url()).name("home"));
        RequestPipeline site = site(all);

        Response home = get(site, "/");
        Response other =
                site.handle(
                        RequestBuilder.get("/").header("Host", "docs.example.test:8000").build());

        assertThat(body(home)).isEqualTo("home http://docs.example.test/");
        assertThat(body(other)).isEqualTo("docs");
        assertThat(Router.of(all).reverse("docs:index")).isEqualTo("//docs.example.test/");
        assertThat(Router.of(all).reverse("home")).isEqualTo("/");
    }

    @Test
    void takesAllHostsBelowOne() {
        RequestPipeline site =
                site(
                        Routes.of(
                                path("", request -> "tenant " + request.host())
                                        .host(".tenants.example.test"),
                                path("", request -> "home")));

        assertThat(
                        body(
                                site.handle(
                                        RequestBuilder.get("/")
                                                .header("Host", "ada.tenants.example.test")
                                                .build())))
                .isEqualTo("tenant ada.tenants.example.test");
        assertThat(body(get(site, "/"))).isEqualTo("home");
    }
}
