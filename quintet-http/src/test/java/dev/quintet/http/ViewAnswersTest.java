package dev.quintet.http;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.Parallel;
import dev.quintet.kernel.i18n.Language;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.text.SafeString;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewAnswersTest {

    private final Settings settings =
            new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("testserver"));

    /// What a view says as JSON.
    public record Weather(String place, int degrees) {}

    private Response answer(View view, Middleware... middleware) {
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        return RequestPipeline.of(site, Router.of(Routes.of(path("x/", view).name("x"))))
                .with(List.of(middleware))
                .handle(RequestBuilder.get("/x/").build());
    }

    private static String body(Response response) {
        return new String(((Body.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void sendsTextAsPlainTextSoThatItIsNeverTakenForHtml() {
        Response response = answer(request -> "<b>hello</b>");

        assertThat(response.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(body(response)).isEqualTo("<b>hello</b>");
    }

    @Test
    void sendsSafeTextAsHtml() {
        Response response = answer(request -> new SafeString("<b>hello</b>"));

        assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    void sendsRecordsMapsAndListsAsJson() {
        assertThat(body(answer(request -> new Weather("Oslo", -3))))
                .isEqualTo("{\"place\":\"Oslo\",\"degrees\":-3}");
        assertThat(body(answer(request -> Map.of("a", 1)))).isEqualTo("{\"a\":1}");
        assertThat(body(answer(request -> List.of(1, 2)))).isEqualTo("[1,2]");
    }

    @Test
    @SuppressWarnings("NullAway")
    void turnsNullIntoAProblemThatNamesTheView() {
        var problems = new ArrayList<String>();
        Middleware noting =
                new Middleware() {
                    @Override
                    public Response handle(Request request, Next next) throws Exception {
                        return next.handle(request);
                    }

                    @Override
                    public Response onException(Request request, Exception thrown) {
                        problems.add(String.valueOf(thrown.getMessage()));
                        return Response.text("caught").withStatus(500);
                    }
                };

        Response response = answer(request -> null, noting);

        assertThat(response.status()).isEqualTo(500);
        assertThat(problems).singleElement().asString().contains("http.E032", "x/");
    }

    @ParameterizedTest
    @CsvSource({"none, 404", "denied, 403", "bad, 400", "gone, 410", "busy, 503", "broken, 500"})
    void turnsWhatAViewThrowsIntoItsStatus(String what, int status) {
        RuntimeException thrown =
                switch (what) {
                    case "none" -> new NotFound("There is no such book.");
                    case "denied" -> new PermissionDenied("Not for you.");
                    case "bad" -> new BadRequest("What is that?");
                    case "gone" -> new HttpFailure(410, "It was here.");
                    case "busy" -> new ServiceUnavailable("Later.", null);
                    default -> new IllegalStateException("a secret reason");
                };
        View view =
                _ -> {
                    throw thrown;
                };

        Response answer = answer(view);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(body(answer)).doesNotContain("secret reason", "IllegalState");
    }

    @Test
    void seesItsRequestItsNameAndItsLanguageInWhatItDoesAtOnce() {
        Response answer =
                answer(
                        _ -> {
                            try (var parallel = Parallel.open()) {
                                var first = parallel.fork(ViewAnswersTest::seen);
                                var second = parallel.fork(ViewAnswersTest::seen);
                                parallel.join();
                                return first.get() + " " + second.get();
                            }
                        },
                        new RequestIds(),
                        inGerman());

        String id = answer.header("X-Request-ID");
        assertThat(body(answer)).isEqualTo("/x/ " + id + " de /x/ " + id + " de");
    }

    private static String seen() {
        Request request = Request.current().orElseThrow();
        return request.path()
                + " "
                + request.attribute(RequestIds.KEY)
                + " "
                + Language.active().code();
    }

    private static Middleware inGerman() {
        return (request, next) -> {
            Language german = Language.of("de");
            return german.activateIn(Context.current()).call(() -> next.handle(request));
        };
    }

    @Test
    void refusesWhatCannotBeSent() {
        assertThat(answer(request -> new Object()).status()).isEqualTo(500);
    }

    @Test
    void letsMiddlewareAnswerInPlaceOfTheView() {
        var ran = new ArrayList<String>();
        Middleware closed =
                new Middleware() {
                    @Override
                    public Response handle(Request request, Next next) throws Exception {
                        return next.handle(request);
                    }

                    @Override
                    public @Nullable Response onView(Request request, RouteMatch match) {
                        return Response.text("closed: " + match.name());
                    }
                };

        Response response =
                answer(
                        request -> {
                            ran.add("view");
                            return "open";
                        },
                        closed);

        assertThat(body(response)).isEqualTo("closed: x");
        assertThat(ran).isEmpty();
    }

    @Test
    void letsMiddlewareChangeAPageBeforeItIsRendered() {
        Middleware shouting =
                new Middleware() {
                    @Override
                    public Response handle(Request request, Next next) throws Exception {
                        return next.handle(request);
                    }

                    @Override
                    public Renderable onRender(Request request, Renderable page) {
                        return seen -> Response.text(body(unchecked(page, seen)) + "!");
                    }

                    private Response unchecked(Renderable page, Request request) {
                        try {
                            return page.render(request);
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    }
                };

        Response response =
                answer(request -> (Renderable) seen -> Response.text("hello"), shouting);

        assertThat(body(response)).isEqualTo("hello!");
    }
}
