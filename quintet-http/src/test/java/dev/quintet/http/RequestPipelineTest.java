package dev.quintet.http;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.middleware.Common;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.http.middleware.FrameOptions;
import dev.quintet.http.middleware.MemorySessions;
import dev.quintet.http.middleware.Security;
import dev.quintet.http.middleware.Sessions;
import dev.quintet.http.staticfiles.StaticFiles;
import dev.quintet.http.staticfiles.StaticSource;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPipelineTest {

    private final Settings settings =
            new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("testserver"));
    private final List<String> seen = new ArrayList<>();

    private RequestPipeline pipeline(Routes routes, Middleware... middleware) {
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        return RequestPipeline.of(site, Router.of(routes)).with(List.of(middleware));
    }

    private Middleware noting(String name) {
        return (request, next) -> {
            seen.add(name + " in");
            Response response = next.handle(request);
            seen.add(name + " out " + response.status());
            return response;
        };
    }

    private static String body(Response response) {
        return new String(((Body.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void wrapsTheViewAndTurnsExceptionsIntoAnswersBetween() {
        RequestPipeline pipeline =
                pipeline(
                        Routes.of(
                                path(
                                        "x/",
                                        request -> {
                                            throw new PermissionDenied("Not for you.");
                                        })),
                        noting("A"),
                        noting("B"));

        Response response = pipeline.handle(RequestBuilder.get("/x/").build());

        assertThat(response.status()).isEqualTo(403);
        assertThat(seen).containsExactly("A in", "B in", "B out 403", "A out 403");
    }

    private Passage passage(String name) {
        return new Passage() {
            @Override
            public Onward enter(Request request) {
                seen.add(name + " in");
                if (request.query().has("back" + name)) {
                    return Response.text("back").withStatus(202);
                }
                if (request.query().has("fail" + name)) {
                    throw new PermissionDenied("Not here.");
                }
                return request.with(WHO, name);
            }

            @Override
            public Response leave(Request request, Response response) {
                seen.add(name + " out " + response.status() + " as " + request.attribute(WHO));
                if (request.query().has("late" + name)) {
                    throw new NotFound("Not there.");
                }
                return response;
            }
        };
    }

    private static final RequestKey<String> WHO = RequestKey.named("who");

    @ParameterizedTest
    @CsvSource({
        "'', 'A in, B in, x in, C in, view C, C out 200 as C, x out 200, B out 200 as B,"
                + " A out 200 as A'",
        "?backB, 'A in, B in, A out 202 as A'",
        "?failB, 'A in, B in, A out 403 as A'",
        "?failC, 'A in, B in, x in, C in, x out 403, B out 403 as B, A out 403 as A'",
        "?lateB, 'A in, B in, x in, C in, view C, C out 200 as C, x out 200, B out 200 as B,"
                + " A out 404 as A'",
        "?lateA, 'A in, B in, x in, C in, view C, C out 200 as C, x out 200, B out 200 as B,"
                + " A out 200 as A'",
    })
    void walksThroughPassagesInARowAsIfTheyStoodAroundEachOther(String query, String walked) {
        RequestPipeline pipeline =
                pipeline(
                        Routes.of(
                                path(
                                        "x/",
                                        request -> {
                                            Request current = Request.current().orElseThrow();
                                            seen.add("view " + current.attribute(WHO));
                                            return Response.text("x");
                                        })),
                        passage("A"),
                        passage("B"),
                        noting("x"),
                        passage("C"));

        Response answer = pipeline.handle(RequestBuilder.get("/x/" + query).build());

        assertThat(String.join(", ", seen)).isEqualTo(walked);
        assertThat(answer.status())
                .isEqualTo(
                        query.startsWith("?back")
                                ? 202
                                : query.startsWith("?fail")
                                        ? 403
                                        : query.startsWith("?late") ? 404 : 200);
    }

    @Test
    void tellsThoseWhoListenOfEachRequestOnce() {
        RequestPipeline pipeline =
                pipeline(
                        Routes.of(
                                path("x/", request -> Response.text("x")),
                                path(
                                        "bad/",
                                        request -> {
                                            throw new IllegalStateException("broken");
                                        })),
                        noting("A"));
        try (var _ =
                        RequestSignals.STARTED.connect(
                                event -> seen.add("started " + event.request().path()));
                var _ =
                        RequestSignals.FINISHED.connect(event -> {
                            seen.add("finished " + event.response().status());
                            throw new IllegalStateException("whose fault is this?");
                        });
                var _ =
                        RequestSignals.FAILED.connect(
                                event -> seen.add("failed " + event.thrown().getMessage()))) {
            assertThat(pipeline.handle(RequestBuilder.get("/x/").build()).status()).isEqualTo(200);
            pipeline.handle(RequestBuilder.get("/nowhere/").build());
            pipeline.handle(RequestBuilder.get("/bad/").build());
        }
        pipeline.handle(RequestBuilder.get("/x/").build());

        assertThat(String.join(", ", seen))
                .isEqualTo(
                        "started /x/, A in, A out 200, finished 200,"
                                + " started /nowhere/, A in, A out 404, finished 404,"
                                + " started /bad/, A in, failed broken, A out 500, finished 500,"
                                + " A in, A out 200");
    }

    @Test
    void answersInJsonWhereThatIsLiked() {
        Response response =
                pipeline(Routes.of())
                        .handle(
                                RequestBuilder.get("/x/")
                                        .header("Accept", "application/json")
                                        .build());

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(body(response)).contains("\"status\":404");
    }

    @Test
    void neverShowsAVisitorsWordsAsHtml() {
        Response response = pipeline(Routes.of()).handle(RequestBuilder.get("/<script>/").build());

        assertThat(body(response)).doesNotContain("<script>");
    }

    @Test
    void addsAMissingSlashAndRefusesForeignHosts() {
        RequestPipeline pipeline =
                pipeline(
                        Routes.of(get("books/", request -> Response.text("books"))),
                        Common.of(settings));

        Response response = pipeline.handle(RequestBuilder.get("/books?a=1").build());
        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Location")).isEqualTo("/books/?a=1");
        assertThat(
                        pipeline.handle(
                                        RequestBuilder.get("/books/")
                                                .header("Host", "evil.com")
                                                .build())
                                .status())
                .isEqualTo(400);
    }

    @Test
    void sendsTheHeadersThatKeepBrowsersCareful() {
        RequestPipeline pipeline =
                pipeline(
                        Routes.of(
                                path("a/", request -> Response.html("a")),
                                path("b/", request -> Response.html("b"))
                                        .with(FrameOptions.exempt())),
                        Security.of(settings),
                        FrameOptions.of(settings));

        Response a = pipeline.handle(RequestBuilder.get("/a/").build());
        assertThat(a.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(a.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(a.header("X-Frame-Options")).isEqualTo("DENY");
        Response b = pipeline.handle(RequestBuilder.get("/b/").build());
        assertThat(b.header("X-Frame-Options")).isNull();
    }

    @Test
    void keepsASessionAndSetsNoCookieBefore() {
        RequestPipeline pipeline =
                pipeline(
                        Routes.of(
                                path("look/", request -> Response.text("nothing")),
                                path(
                                        "put/",
                                        request -> {
                                            request.session().put("n", 1);
                                            return Response.text("put");
                                        }),
                                path(
                                        "get/",
                                        request -> Response.text("" + request.session().get("n")))),
                        Sessions.of(settings, MemorySessions.of(Clock.systemUTC())));

        Response looked = pipeline.handle(RequestBuilder.get("/look/").build());
        assertThat(looked.cookies()).isEmpty();
        assertThat(looked.header("Vary")).isNull();
        Cookie cookie = pipeline.handle(RequestBuilder.get("/put/").build()).cookie("sessionid");
        assertThat(cookie.value()).hasSize(32);
        Response got =
                pipeline.handle(
                        RequestBuilder.get("/get/").cookie("sessionid", cookie.value()).build());
        assertThat(body(got)).isEqualTo("1");
        assertThat(got.header("Vary")).isEqualTo("Cookie");
    }

    @Test
    void refusesForgedPostsUnlessTheRouteIsExempt() {
        RequestPipeline pipeline =
                pipeline(
                        Routes.of(
                                path("form/", request -> Response.text("" + Csrf.token(request))),
                                path("hook/", request -> Response.text("ok")).with(Csrf.exempt())),
                        Csrf.of(settings));

        Response form = pipeline.handle(RequestBuilder.get("/form/").build());
        String token = body(form);
        RequestBuilder good =
                RequestBuilder.post("/form/")
                        .cookie("csrftoken", form.cookie("csrftoken").value())
                        .form(Map.of(Csrf.FIELD, token));

        assertThat(pipeline.handle(good.build()).status()).isEqualTo(200);
        assertThat(pipeline.handle(RequestBuilder.post("/form/").build()).status()).isEqualTo(403);
        assertThat(pipeline.handle(RequestBuilder.post("/hook/").build()).status()).isEqualTo(200);
    }

    @Test
    void servesStaticFilesAndNothingAround(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Path root = Files.createDirectories(folder.resolve("static/css")).getParent();
        Files.writeString(root.resolve("css/site.css"), "body {}");
        StaticFiles files = StaticFiles.of("/static/", List.of(StaticSource.folder(root)), true);
        RequestPipeline pipeline = pipeline(Routes.of(), files);

        Response plain = pipeline.handle(RequestBuilder.get("/static/css/site.css").build());
        assertThat(plain.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(plain.header("Cache-Control")).isEqualTo("no-cache");
        String url = files.url("css/site.css");
        assertThat(url).matches("/static/css/site\\.[0-9a-f]{12}\\.css");
        assertThat(pipeline.handle(RequestBuilder.get(url).build()).header("Cache-Control"))
                .contains("immutable");
        assertThat(
                        pipeline.handle(
                                        RequestBuilder.get("/static/css/site.css")
                                                .header("If-None-Match", plain.header("ETag"))
                                                .build())
                                .status())
                .isEqualTo(304);
        for (String path : List.of("../secret.txt", "css/../../secret.txt", "%2e%2e/secret.txt")) {
            assertThat(pipeline.handle(RequestBuilder.get("/static/" + path).build()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void listsTheStagesOfARequest() {
        assertThat(pipeline(Routes.of(), Common.of(settings)).stages())
                .extracting(Stage::name)
                .containsExactly(
                        "engine", "context", "Common", "routes", "view", "error pages", "engine");
    }
}
