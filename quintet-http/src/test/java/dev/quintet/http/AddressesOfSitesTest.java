package dev.quintet.http;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.middleware.Common;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.http.middleware.Security;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where visitors are sent who came to an address that is almost right, and over what.
class AddressesOfSitesTest {

    private final Settings settings =
            new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of(".shop.example"));

    private <T> void set(Setting<T> setting, T value) {
        settings.set(setting, value);
    }

    private Response ask(RequestBuilder request) {
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        Routes routes =
                Routes.of(
                        path("books/", _ -> "books"),
                        path("hook", _ -> "hook"),
                        path("health/", _ -> "well"));
        RequestPipeline pipeline =
                RequestPipeline.of(site, Router.of(routes))
                        .with(
                                List.of(
                                        new RequestIds(),
                                        Security.of(settings),
                                        Common.of(settings)));
        return pipeline.handle(request.policy(pipeline.policy()).build());
    }

    private static RequestBuilder get(String path) {
        return RequestBuilder.get(path).header("Host", "shop.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/books?page=2&x=%26, /books/?page=2&x=%26",
        "/books, /books/",
        "/b%6Foks, /books/",
    })
    void addsTheSlashThatIsMissing(String path, String to) {
        Response answer = ask(get(path));

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/hook/", "//evil.example/books", "/books//"})
    void addsNoSlashWhereNoRouteHasIt(String path) {
        assertThat(ask(get(path)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"POST, true, 1", "POST, false, 0", "GET, true, 0"})
    void tellsTheDeveloperThatARedirectLosesTheBody(String method, boolean debug, int told) {
        set(KernelSettings.DEBUG, debug);
        var heard = new ArrayList<String>();
        Handler listening =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        heard.add(new SimpleFormatter().formatMessage(line));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger logger = Logger.getLogger("quintet.request");
        logger.addHandler(listening);
        try {
            Response answer =
                    ask(RequestBuilder.of(method, "/books").header("Host", "shop.example"));
            assertThat(answer.header("Location")).isEqualTo("/books/");
        } finally {
            logger.removeHandler(listening);
        }

        assertThat(heard)
                .filteredOn(line -> line.startsWith(method + " /books lacks its last slash"))
                .hasSize(told);
    }

    @Test
    void addsNoSlashWhereTheSiteWantsNone() {
        set(HttpSettings.APPEND_SLASH, false);

        assertThat(ask(get("/books")).status()).isEqualTo(404);
    }

    @Test
    void addsWwwAndTheSlashByOneRedirect() {
        set(HttpSettings.PREPEND_WWW, true);

        Response answer = ask(get("/books?page=2"));

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("http://www.shop.example/books/?page=2");
        Response there = ask(RequestBuilder.get("/books/").header("Host", "www.shop.example"));
        assertThat(there.status()).isEqualTo(200);
    }

    @Test
    void neverAddsWwwToAHostThatIsNotOurs() {
        set(HttpSettings.PREPEND_WWW, true);

        Response answer = ask(RequestBuilder.get("/books/").header("Host", "evil.example"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void sendsVisitorsToTlsAndThereNoFurther() {
        set(HttpSettings.SECURE_SSL_REDIRECT, true);

        Response answer = ask(get("/books/?page=2"));

        assertThat(answer.status()).isEqualTo(301);
        assertThat(answer.header("Location")).isEqualTo("https://shop.example/books/?page=2");
        assertThat(ask(get("/books/").secure()).status()).isEqualTo(200);
    }

    @Test
    void knowsFromItsProxyThatTheVisitorSpeaksTls() {
        set(HttpSettings.SECURE_SSL_REDIRECT, true);
        set(HttpSettings.TRUSTED_PROXIES, List.of("10.0.0.0/8"));
        RequestBuilder forwarded = get("/books/").header("X-Forwarded-Proto", "https");

        assertThat(ask(forwarded.from("10.0.0.1")).status()).isEqualTo(200);
        // Anybody can say so; only the proxy is believed.
        assertThat(ask(forwarded.from("203.0.113.9")).status()).isEqualTo(301);
    }

    @Test
    void leavesPathsWithoutTlsThatAreToBeReachedSo() {
        set(HttpSettings.SECURE_SSL_REDIRECT, true);
        set(HttpSettings.SECURE_REDIRECT_EXEMPT, List.of("^health/$"));

        assertThat(ask(get("/health/")).status()).isEqualTo(200);
        assertThat(ask(get("/books/")).status()).isEqualTo(301);
    }

    @Test
    void sendsVisitorsToTheHostThatHasTls() {
        set(HttpSettings.SECURE_SSL_REDIRECT, true);
        set(HttpSettings.SECURE_SSL_HOST, "secure.shop.example");

        assertThat(ask(get("/books/")).header("Location"))
                .isEqualTo("https://secure.shop.example/books/");
    }

    @Test
    void tellsBrowsersToStayWithTlsAndTellsItOverTlsOnly() {
        set(HttpSettings.SECURE_HSTS_SECONDS, 31_536_000);
        set(HttpSettings.SECURE_HSTS_INCLUDE_SUBDOMAINS, true);
        set(HttpSettings.SECURE_HSTS_PRELOAD, true);

        assertThat(ask(get("/books/").secure()).header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains; preload");
        assertThat(ask(get("/books/")).header("Strict-Transport-Security")).isNull();
    }

    @Test
    void saysNothingOfTlsUnlessItIsToldTo() {
        assertThat(ask(get("/books/").secure()).header("Strict-Transport-Security")).isNull();
    }

    @Test
    void keepsTheNameThatAProxyGaveARequest() {
        assertThat(ask(get("/books/").header("X-Request-ID", "edge-7.A_b")).header("X-Request-ID"))
                .isEqualTo("edge-7.A_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "<script>", "a\tb", "é"})
    void namesARequestAnewWhoseNameIsNone(String sent) {
        assertThat(ask(get("/books/").header("X-Request-ID", sent)).header("X-Request-ID"))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void givesEachRequestANameOfItsOwn() {
        String first = ask(get("/books/")).header("X-Request-ID");
        String second = ask(get("/books/")).header("X-Request-ID");

        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
        assertThat(ask(get("/none/")).header("X-Request-ID")).isNotNull();
        assertThat(
                        ask(get("/books/").header("X-Request-ID", "x".repeat(65)))
                                .header("X-Request-ID"))
                .hasSize(32);
    }
}
