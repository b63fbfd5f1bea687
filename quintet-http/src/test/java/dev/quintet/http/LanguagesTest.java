package dev.quintet.http;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.i18n.LanguageViews;
import dev.quintet.http.middleware.Languages;
import dev.quintet.http.middleware.MemorySessions;
import dev.quintet.http.middleware.Sessions;
import dev.quintet.http.middleware.Zones;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.i18n.Catalogue;
import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.i18n.LanguageSettings;
import dev.quintet.kernel.i18n.Translations;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.time.TimeZones;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private final Settings settings =
            new Settings()
                    .set(HttpSettings.ALLOWED_HOSTS, List.of("testserver"))
                    .set(KernelSettings.LANGUAGE_CODE, "en")
                    .set(LanguageSettings.LANGUAGES, List.of("en", "de", "pt-br"));
    private final Catalogue german =
            Catalogue.parsePo("msgid \"Hello\"\nmsgstr \"Guten <Tag>\"\n", "de.po");
    private final Translations translations = Translations.none().with(Language.of("de"), german);
    private final Routes routes =
            Routes.of(
                    path("", _ -> Response.text(Gettext.gettext("Hello"))),
                    path("zone/", _ -> Response.text(TimeZones.active().getId())),
                    path("de/about/", _ -> Response.text(Language.active().code())),
                    path("setlang/", LanguageViews::setLanguage),
                    get("jsi18n/", LanguageViews::scriptCatalogue),
                    path(
                            "remember/",
                            request -> {
                                request.session().put(Languages.SESSION_NAME, "de");
                                request.session().put(Zones.SESSION_NAME, "Asia/Tokyo");
                                return Response.noContent();
                            }),
                    path(
                            "misremember/",
                            request -> {
                                request.session().put(Zones.SESSION_NAME, "Nowhere/At All");
                                return Response.noContent();
                            }));
    private final Context site =
            Context.of(settings, Apps.of(List.of()), Clock.systemUTC())
                    .with(Translations.KEY, translations)
                    .with(Translations.SCRIPTS, translations);
    private final RequestPipeline pipeline = pipeline(Languages.of(settings));

    private RequestPipeline pipeline(Middleware languages) {
        return RequestPipeline.of(site, Router.of(routes))
                .with(
                        List.of(
                                Sessions.of(settings, MemorySessions.of(Clock.systemUTC())),
                                languages,
                                Zones.ofSession()));
    }

    private static String body(Response response) {
        return new String(((Body.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    private static String cookie(Response response, String name) {
        Cookie cookie = response.cookie(name);
        return cookie == null ? "" : name + "=" + cookie.value();
    }

    @Test
    void speaksTheLanguageThatTheBrowserAsksFor() {
        Response page =
                pipeline.handle(
                        RequestBuilder.get("/").header("Accept-Language", "fr, de-at").build());

        assertThat(body(page)).isEqualTo("Guten <Tag>");
        assertThat(page.header("Content-Language")).isEqualTo("de");
        assertThat(page.header("Vary")).isEqualTo("Accept-Language, Cookie");
    }

    @Test
    void prefersTheCookieAndTheSessionBeforeIt() {
        Response byCookie =
                pipeline.handle(
                        RequestBuilder.get("/")
                                .header("Accept-Language", "en")
                                .header("Cookie", "django_language=de")
                                .build());
        String session =
                cookie(
                        pipeline.handle(RequestBuilder.get("/remember/").build()),
                        settings.get(HttpSettings.SESSION_COOKIE_NAME));
        Response bySession =
                pipeline.handle(
                        RequestBuilder.get("/")
                                .header("Cookie", session + "; django_language=en")
                                .build());

        assertThat(body(byCookie)).isEqualTo("Guten <Tag>");
        assertThat(body(bySession)).isEqualTo("Guten <Tag>");
    }

    @Test
    void startsNoSessionToFindALanguage() {
        Response page = pipeline.handle(RequestBuilder.get("/").build());

        assertThat(page.cookies()).isEmpty();
        assertThat(page.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void readsTheLanguageFromPathsWhereTheyCarryOne() {
        RequestPipeline inPaths = pipeline(Languages.of(settings).inPaths());

        Response page =
                inPaths.handle(
                        RequestBuilder.get("/de/about/")
                                .header("Cookie", "django_language=en")
                                .build());
        Response lost =
                inPaths.handle(
                        RequestBuilder.get("/about/?a=1").header("Accept-Language", "de").build());

        assertThat(body(page)).isEqualTo("de");
        assertThat(page.header("Vary")).isNull();
        assertThat(lost.status()).isEqualTo(302);
        assertThat(lost.header("Location")).isEqualTo("/de/about/?a=1");
    }

    @Test
    void showsTimesInTheZoneOfTheSession() {
        String name = settings.get(HttpSettings.SESSION_COOKIE_NAME);
        String tokyo = cookie(pipeline.handle(RequestBuilder.get("/remember/").build()), name);
        String none = cookie(pipeline.handle(RequestBuilder.get("/misremember/").build()), name);

        assertThat(body(pipeline.handle(zone(tokyo)))).isEqualTo("Asia/Tokyo");
        assertThat(body(pipeline.handle(zone(none)))).isEqualTo("UTC");
    }

    private static Request zone(String cookie) {
        return RequestBuilder.get("/zone/").header("Cookie", cookie).build();
    }

    @Test
    void showsTimesInTheZoneThatAFunctionFinds() {
        Response page =
                RequestPipeline.of(site, Router.of(routes))
                        .with(List.of(Zones.of(_ -> ZoneId.of("Europe/Berlin"))))
                        .handle(RequestBuilder.get("/zone/").build());

        assertThat(body(page)).isEqualTo("Europe/Berlin");
    }

    @Test
    void remembersALanguageThatTheSiteSpeaks() {
        Response chosen = pipeline.handle(choosing("pt-br", "/about/"));
        Response unknown = pipeline.handle(choosing("xx", "/about/"));

        assertThat(chosen.header("Location")).isEqualTo("/about/");
        assertThat(cookie(chosen, "django_language")).isEqualTo("django_language=pt-br");
        assertThat(unknown.header("Location")).isEqualTo("/about/");
        assertThat(unknown.cookies()).isEmpty();
    }

    @Test
    void leadsToNoOtherSite() {
        for (String there :
                List.of("https://evil.example/", "//evil.example", "javascript:alert(1)", "")) {
            assertThat(pipeline.handle(choosing("de", there)).header("Location")).isEqualTo("/");
        }
    }

    private static Request choosing(String language, String next) {
        return RequestBuilder.post("/setlang/")
                .header("Accept", "text/html")
                .form(Map.of("language", language, "next", next))
                .build();
    }

    @Test
    void givesScriptsTheirTextsOnce() {
        Response first =
                pipeline.handle(
                        RequestBuilder.get("/jsi18n/").header("Accept-Language", "de").build());
        String etag = String.valueOf(first.header("ETag"));
        Response again =
                pipeline.handle(
                        RequestBuilder.get("/jsi18n/")
                                .header("Accept-Language", "de")
                                .header("If-None-Match", etag)
                                .build());

        assertThat(first.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(body(first))
                .contains("\"Hello\":\"Guten \\u003CTag\\u003E\"")
                .contains("\"DECIMAL_SEPARATOR\":\",\"");
        assertThat(again.status()).isEqualTo(304);
    }
}
