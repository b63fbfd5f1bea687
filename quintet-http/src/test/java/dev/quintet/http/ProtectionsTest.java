package dev.quintet.http;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.quintet.http.middleware.Caching;
import dev.quintet.http.middleware.Common;
import dev.quintet.http.middleware.Compression;
import dev.quintet.http.middleware.Condition;
import dev.quintet.http.middleware.Cors;
import dev.quintet.http.middleware.Csp;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.http.middleware.Languages;
import dev.quintet.http.middleware.MiddlewareSettings;
import dev.quintet.http.middleware.Only;
import dev.quintet.http.middleware.RateLimits;
import dev.quintet.http.middleware.Security;
import dev.quintet.http.middleware.Sessions;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.limit.Counters;
import dev.quintet.kernel.limit.Rate;
import dev.quintet.kernel.limit.RateLimiter;
import dev.quintet.kernel.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectionsTest {

    private final Settings settings =
            new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("testserver"));

    private RequestPipeline site(Route route, Middleware... middleware) {
        Context context = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        return RequestPipeline.of(context, Router.of(Routes.of(route))).with(List.of(middleware));
    }

    private static Response get(RequestPipeline site, String... headers) {
        return ask(site, RequestBuilder.get("/x/"), headers);
    }

    private static Response ask(RequestPipeline site, RequestBuilder request, String... headers) {
        RequestBuilder builder = request;
        for (int i = 0; i < headers.length; i += 2) {
            builder = builder.header(headers[i], headers[i + 1]);
        }
        return site.handle(builder.build());
    }

    private static byte[] bytes(Response response) {
        try {
            if (response.body() instanceof Body.Written written) {
                var out = new ByteArrayOutputStream();
                written.writer().write(out);
                return out.toByteArray();
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return ((Body.Bytes) response.body()).bytes();
    }

    private static String unzipped(Response response) throws IOException {
        var in = new GZIPInputStream(new ByteArrayInputStream(bytes(response)));
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    // Content security.

    @Test
    void sendsAPolicyWithoutANonceWhereNoneWasUsed() {
        Response response = get(site(path("x/", request -> "hi"), Csp.of(settings)));

        assertThat(response.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("nonce");
    }

    @Test
    void givesEachRequestANonceOfItsOwnAndNamesItInThePolicy() {
        RequestPipeline site =
                site(
                        path("x/", request -> Csp.nonce(request) + "," + Csp.nonce(request)),
                        Csp.of(settings));

        Response first = get(site);
        Response second = get(site);

        String[] nonces = new String(bytes(first), StandardCharsets.UTF_8).split(",", -1);
        assertThat(nonces[0]).isEqualTo(nonces[1]).hasSizeGreaterThan(20);
        assertThat(first.header("Content-Security-Policy"))
                .contains("script-src 'self' 'nonce-" + nonces[0] + "'");
        assertThat(bytes(second)).isNotEqualTo(bytes(first));
    }

    @Test
    void letsARouteHaveAnotherPolicyOrNone() {
        Route own = path("x/", request -> "hi").with(Csp.policy("default-src 'none'"));
        Route none = path("x/", request -> "hi").with(Csp.exempt());

        assertThat(get(site(own, Csp.of(settings))).header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'");
        assertThat(get(site(none, Csp.of(settings))).headers().has("Content-Security-Policy"))
                .isFalse();
    }

    @Test
    void reportsOnlyWhereThatIsAskedFor() {
        settings.set(MiddlewareSettings.SECURE_CSP, "");
        settings.set(MiddlewareSettings.SECURE_CSP_REPORT_ONLY, "default-src 'self'");

        Response response = get(site(path("x/", request -> "hi"), Csp.of(settings)));

        assertThat(response.headers().has("Content-Security-Policy")).isFalse();
        assertThat(response.header("Content-Security-Policy-Report-Only"))
                .isEqualTo("default-src 'self'");
    }

    @Test
    void takesPowersOfTheBrowserFromPages() {
        Response response = get(site(path("x/", request -> "hi"), Security.of(settings)));

        assertThat(response.header("Permissions-Policy")).contains("camera=()");
    }

    // Forged posts.

    @ParameterizedTest
    @CsvSource({
        "same-origin, 200",
        "cross-site, 403",
        "same-site, 403",
        "none, 403",
        ", 403",
    })
    void believesABrowserThatSaysWhereAPostComesFrom(String site, int status) {
        RequestPipeline pipeline = site(path("x/", request -> "done"), Csrf.of(settings));
        RequestBuilder post = RequestBuilder.post("/x/");

        Response response =
                site == null ? ask(pipeline, post) : ask(pipeline, post, "Sec-Fetch-Site", site);

        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void refusesAPostOfAnotherSiteEvenWithAToken() {
        String secret = "a".repeat(32);
        RequestPipeline pipeline = site(path("x/", request -> "done"), Csrf.of(settings));
        RequestBuilder post = RequestBuilder.post("/x/").cookie("csrftoken", secret);

        Response response =
                ask(pipeline, post, "Sec-Fetch-Site", "cross-site", "X-CSRFToken", secret);

        assertThat(response.status()).isEqualTo(403);
    }

    @Test
    void aTokenFromBeforeARotationIsWorthNothingAfterIt() {
        settings.set(MiddlewareSettings.CSRF_FETCH_METADATA, false);
        String secret = "a".repeat(32);
        RequestPipeline pipeline =
                site(
                        path(
                                "x/",
                                request -> {
                                    Csrf.rotate(request);
                                    return "signed in";
                                }),
                        Csrf.of(settings));
        RequestBuilder post = RequestBuilder.post("/x/").cookie("csrftoken", secret);

        Response response = ask(pipeline, post, "X-CSRFToken", secret);
        String cookie = response.cookie("csrftoken").value();

        assertThat(response.status()).isEqualTo(200);
        assertThat(cookie).hasSize(32).isNotEqualTo(secret);
        assertThat(
                        ask(
                                        pipeline,
                                        RequestBuilder.post("/x/").cookie("csrftoken", cookie),
                                        "X-CSRFToken",
                                        secret)
                                .status())
                .isEqualTo(403);
    }

    @Test
    void asksForTokensAsBeforeWhereMetadataIsSwitchedOff() {
        settings.set(MiddlewareSettings.CSRF_FETCH_METADATA, false);
        RequestPipeline pipeline = site(path("x/", request -> "done"), Csrf.of(settings));

        Response response =
                ask(pipeline, RequestBuilder.post("/x/"), "Sec-Fetch-Site", "same-origin");

        assertThat(response.status()).isEqualTo(403);
    }

    // Other origins.

    @Test
    void letsNamedOriginsReadAnswersAndOthersNot() {
        settings.set(MiddlewareSettings.CORS_ALLOWED_ORIGINS, List.of("https://app.example"));
        RequestPipeline site = site(path("x/", request -> "hi"), Cors.of(settings));

        Response named = get(site, "Origin", "https://app.example");
        Response other = get(site, "Origin", "https://evil.example");

        assertThat(named.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(named.header("Vary")).isEqualTo("Origin");
        assertThat(other.headers().has("Access-Control-Allow-Origin")).isFalse();
        assertThat(other.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void answersThePreflightOfANamedOrigin() {
        settings.set(MiddlewareSettings.CORS_ALLOWED_ORIGINS, List.of("https://app.example"));
        RequestPipeline site = site(path("x/", request -> "hi"), Cors.of(settings));

        Response response =
                ask(
                        site,
                        RequestBuilder.of("OPTIONS", "/x/"),
                        "Origin",
                        "https://app.example",
                        "Access-Control-Request-Method",
                        "PUT");

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("86400");
    }

    @Test
    void neverAnswersAStarWhereCookiesAreAllowed() {
        settings.set(MiddlewareSettings.CORS_ALLOWED_ORIGINS, List.of("*"));
        settings.set(MiddlewareSettings.CORS_ALLOW_CREDENTIALS, true);
        RequestPipeline site = site(path("x/", request -> "hi"), Cors.of(settings));

        assertThat(
                        get(site, "Origin", "https://app.example")
                                .headers()
                                .has("Access-Control-Allow-Origin"))
                .isFalse();
    }

    @Test
    void letsOtherOriginsReadOneRouteAlone() {
        settings.set(MiddlewareSettings.CORS_ALLOWED_ORIGINS, List.of("https://app.example"));
        Routes routes =
                Routes.of(
                        path("x/", request -> "hi").with(Cors.of(settings)),
                        path("y/", request -> "hi"));
        RequestPipeline site =
                RequestPipeline.of(
                        Context.of(settings, Apps.of(List.of()), Clock.systemUTC()),
                        Router.of(routes));
        String[] origin = {"Origin", "https://app.example"};
        String[] before = {"Origin", "https://app.example", "Access-Control-Request-Method", "PUT"};

        Response open = get(site, origin);
        Response closed = ask(site, RequestBuilder.get("/y/"), origin);
        Response preflight = ask(site, RequestBuilder.of("OPTIONS", "/x/"), before);

        assertThat(open.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.headers().has("Access-Control-Allow-Origin")).isFalse();
    }

    // Too many.

    @Test
    void refusesWhoAsksTooOftenAndSaysWhenToComeBack() {
        Instant start = Instant.parse("2026-11-25T12:00:00Z");
        var clock = Clock.fixed(start, ZoneOffset.UTC);
        RateLimiter limiter =
                RateLimiter.slidingWindow("x", Rate.parse("2/minute"), Counters.inMemory(clock));
        RequestPipeline site = site(path("x/", request -> "hi"), RateLimits.of(limiter));

        assertThat(get(site).header("RateLimit-Remaining")).isEqualTo("1");
        assertThat(get(site).header("RateLimit-Remaining")).isEqualTo("0");
        Response refused = get(site);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(60, 120);
        assertThat(ask(site, RequestBuilder.get("/x/").from("192.0.2.7")).status()).isEqualTo(200);
    }

    // Compression.

    private static final String LONG = "hello ".repeat(500);

    @Test
    void compressesForWhoTakesItAndTellsCaches() throws IOException {
        RequestPipeline site = site(path("x/", request -> LONG), Compression.of(settings));

        Response packed = get(site, "Accept-Encoding", "br;q=0.5, gzip");
        Response plain = get(site);

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(unzipped(packed)).isEqualTo(LONG);
        assertThat(plain.headers().has("Content-Encoding")).isFalse();
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void compressesByZstandardWhereItsLibraryIsThere() throws IOException {
        RequestPipeline site = site(path("x/", request -> LONG), Compression.of(settings));

        Set<Integer> lengths = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            Response packed = get(site, "Accept-Encoding", "gzip, deflate, br, zstd");
            assertThat(packed.header("Content-Encoding")).isEqualTo("zstd");
            try (var in = new ZstdInputStream(new ByteArrayInputStream(bytes(packed)))) {
                assertThat(in.readAllBytes()).asString().isEqualTo(LONG);
            }
            lengths.add(bytes(packed).length);
        }
        assertThat(lengths).hasSizeGreaterThan(10);
    }

    @Test
    void compressesWhatIsStreamed() throws IOException {
        Route route =
                path(
                        "x/",
                        request ->
                                Response.stream(
                                        "text/plain",
                                        out -> {
                                            out.write(LONG.getBytes(StandardCharsets.UTF_8));
                                            out.flush();
                                        }));

        Response response = get(site(route, Compression.of(settings)), "Accept-Encoding", "gzip");

        assertThat(unzipped(response)).isEqualTo(LONG);
    }

    @ParameterizedTest
    @CsvSource({"image/png", "video/mp4", "application/zip", "font/woff2"})
    void leavesAloneWhatIsCompressedAlready(String type) {
        byte[] bytes = LONG.getBytes(StandardCharsets.UTF_8);
        RequestPipeline site =
                site(path("x/", request -> Response.bytes(type, bytes)), Compression.of(settings));

        Response response = get(site, "Accept-Encoding", "gzip");

        assertThat(response.headers().has("Content-Encoding")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gzip;q=0", "identity", "'*;q=0'", "''", "gzip;q=nonsense"})
    void sendsTheWholeWhereGzipIsNotWanted(String accepted) {
        RequestPipeline site = site(path("x/", request -> LONG), Compression.of(settings));

        assertThat(get(site, "Accept-Encoding", accepted).headers().has("Content-Encoding"))
                .isFalse();
    }

    @Test
    void weakensTheTagOfWhatItCompresses() {
        Route route = path("x/", request -> Response.text(LONG).withHeader("ETag", "\"a\""));

        Response response = get(site(route, Compression.of(settings)), "Accept-Encoding", "gzip");

        assertThat(response.header("ETag")).isEqualTo("W/\"a\"");
    }

    @Test
    void hidesTheLengthOfWhatWasCompressed() {
        RequestPipeline site = site(path("x/", request -> LONG), Compression.of(settings));

        Set<Integer> lengths = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            lengths.add(bytes(get(site, "Accept-Encoding", "gzip")).length);
        }

        assertThat(lengths).hasSizeGreaterThan(10);
    }

    // Guards of routes.

    @Test
    void answers405ToOtherMethodsThanThose() {
        RequestPipeline site = site(path("x/", request -> "hi").with(Only.safe()));

        Response response = ask(site, RequestBuilder.post("/x/"));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("GET", "HEAD");
    }

    @Test
    void mergesDirectivesOfCachesAndLetsTheStricterWin() {
        Route route =
                path(
                                "x/",
                                request ->
                                        Response.text("hi")
                                                .withHeader("Cache-Control", "public, max-age=9"))
                        .with(Caching.privately(Duration.ofMinutes(1)), Caching.varyOnCookie());

        Response response = get(site(route));

        assertThat(response.header("Cache-Control")).isEqualTo("max-age=60, private");
        assertThat(response.header("Vary")).isEqualTo("Cookie");
    }

    @Test
    void answers304BeforeTheViewRunsAnd412ToAnOverwriteUnseen() {
        var ran = new ArrayList<String>();
        Route route =
                path(
                                "x/",
                                request -> {
                                    ran.add(request.method());
                                    return "hi";
                                })
                        .with(Condition.etag(request -> "v1"));
        RequestPipeline site = site(route);

        assertThat(get(site).header("ETag")).isEqualTo("\"v1\"");
        assertThat(get(site, "If-None-Match", "\"v1\"").status()).isEqualTo(304);
        assertThat(ask(site, RequestBuilder.of("PUT", "/x/"), "If-Match", "\"v0\"").status())
                .isEqualTo(412);
        assertThat(ran).containsExactly("GET");
    }

    @Test
    void answers304And412ByTheTimeOfAChange() {
        var ran = new ArrayList<String>();
        Instant changed = Instant.parse("2026-01-15T12:00:00.7Z");
        String second = "Thu, 15 Jan 2026 12:00:00 GMT";
        String before = "Thu, 15 Jan 2026 11:59:59 GMT";
        Route route =
                path(
                                "x/",
                                request -> {
                                    ran.add(request.method());
                                    return "hi";
                                })
                        .with(Condition.lastModified(request -> changed));
        RequestPipeline site = site(route);

        assertThat(get(site, "If-Modified-Since", second).status()).isEqualTo(304);
        assertThat(
                        ask(site, RequestBuilder.of("PUT", "/x/"), "If-Unmodified-Since", before)
                                .status())
                .isEqualTo(412);
        assertThat(ran).isEmpty();
        assertThat(get(site, "If-Modified-Since", before).header("Last-Modified"))
                .isEqualTo(second);
        ask(site, RequestBuilder.of("PUT", "/x/"), "If-Unmodified-Since", second);
        assertThat(ran).containsExactly("GET", "PUT");
    }

    @Test
    void sendsWhoIsNotSignedInToThePageWhereOneSignsIn() {
        Middleware nobody = (request, next) -> next.handle(request.with(Visitor.KEY, () -> false));
        Middleware ada = (request, next) -> next.handle(request.with(Visitor.KEY, () -> true));
        Route route = path("x/", request -> "secret").loginRequired();

        assertThat(get(site(route, nobody)).header("Location"))
                .isEqualTo("/accounts/login/?next=/x/");
        assertThat(get(site(route, nobody), "Accept", "application/json").status()).isEqualTo(401);
        assertThat(get(site(route, ada)).status()).isEqualTo(200);
        assertThat(get(site(route)).status()).isEqualTo(500);
    }

    // Order.

    @Test
    void tellsOfMiddlewareInTheWrongOrder() {
        RequestPipeline site =
                site(
                        path("x/", request -> "hi"),
                        Common.of(settings),
                        Languages.of(settings),
                        Languages.of(settings));

        assertThat(site.conflicts())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("http.E060", "http.E062");
        assertThat(site.conflicts().getFirst().problem())
                .isEqualTo("The middleware Languages is listed after Common, which builds on it.");
        assertThat(Sessions.class).isNotNull();
    }
}
