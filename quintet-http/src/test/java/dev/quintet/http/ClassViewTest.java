package dev.quintet.http;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.middleware.Common;
import dev.quintet.http.middleware.Languages;
import dev.quintet.http.middleware.MiddlewareSettings;
import dev.quintet.http.middleware.WebDeployChecks;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassViewTest {

    private final Settings settings = new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("*"));

    /// A mixin: behaviour that any view may take.
    interface Greets {
        default String greeting(String name) {
            return "Hello, " + name;
        }
    }

    static class Basket extends ClassView implements Greets {
        private String seen = "";

        @Override
        protected Object get() throws InterruptedException {
            seen += captured("id", Long.class);
            Thread.sleep(5);
            return greeting(seen);
        }

        @Override
        protected Object post() {
            return Response.noContent();
        }
    }

    static class Closed extends Basket {
        @Override
        protected @Nullable Object before() {
            return request().query().has("closed") ? "closed" : null;
        }

        @Override
        protected List<Middleware> behaviours() {
            return List.of(marking("A"), marking("B"));
        }
    }

    private static Middleware marking(String name) {
        return (request, next) -> {
            Response response = next.handle(request);
            String before = response.header("X-Way");
            return response.withHeader("X-Way", before == null ? name : name + before);
        };
    }

    private Response ask(View view, String method, String url) {
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        return RequestPipeline.of(site, Router.of(Routes.of(path("basket/<int:id>/", view))))
                .handle(RequestBuilder.of(method, url).build());
    }

    private static String body(Response response) {
        return new String(((Body.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void answersByTheMethodOfTheRequest() {
        View view = ClassView.of(Basket::new);

        assertThat(body(ask(view, "GET", "/basket/7/"))).isEqualTo("Hello, 7");
        assertThat(ask(view, "HEAD", "/basket/7/").status()).isEqualTo(200);
        assertThat(ask(view, "POST", "/basket/7/").status()).isEqualTo(204);
        assertThat(ask(view, "OPTIONS", "/basket/7/").header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS, POST");
        Response refused = ask(view, "DELETE", "/basket/7/");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(ask(view, "BREW", "/basket/7/").status()).isEqualTo(405);
    }

    @Test
    void givesEachRequestAnInstanceOfItsOwn() throws InterruptedException {
        View view = ClassView.of(Basket::new);
        Set<String> answers = ConcurrentHashMap.newKeySet();
        var done = new CountDownLatch(100);

        for (int i = 0; i < 100; i++) {
            int id = i;
            Thread.startVirtualThread(() -> {
                answers.add(body(ask(view, "GET", "/basket/" + id + "/")));
                done.countDown();
            });
        }
        done.await();

        assertThat(answers).hasSize(100).contains("Hello, 99");
    }

    @Test
    void composesBehavioursInTheOrderStated() {
        View view = ClassView.of(Closed::new);

        assertThat(ask(view, "GET", "/basket/7/").header("X-Way")).isEqualTo("AB");
        assertThat(body(ask(view, "GET", "/basket/7/?closed"))).isEqualTo("closed");
        assertThat(ask(view, "OPTIONS", "/basket/7/").header("Allow")).contains("POST");
    }

    @Test
    void reportsBehavioursThatAreInTheWrongOrder() {
        class Wrong extends Basket {
            @Override
            protected List<Middleware> behaviours() {
                return List.of(Common.of(settings), Languages.of(settings));
            }
        }

        assertThatThrownBy(() -> ClassView.of(Wrong::new))
                .isInstanceOf(RoutingException.class)
                .hasMessageContaining("http.E060");
    }

    @Test
    void tellsErrorsInJsonBelowTheApi() {
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        RequestPipeline pipeline = RequestPipeline.of(site, Router.of(Routes.of()));

        Response api =
                pipeline.handle(
                        RequestBuilder.get("/api/none/").header("Accept", "text/html").build());
        Response page =
                pipeline.handle(RequestBuilder.get("/none/").header("Accept", "text/html").build());

        assertThat(api.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void findsSettingsThatAreNotSafeInPublicAndNothingInSafeOnes() {
        assertThat(deploy(new Settings()))
                .contains("security.W004", "security.W008", "security.W012", "security.W020");
        Settings safe =
                new Settings()
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("example.com"))
                        .set(HttpSettings.TRUSTED_PROXIES, List.of("127.0.0.1"))
                        .set(HttpSettings.SECURE_HSTS_SECONDS, 31_536_000)
                        .set(HttpSettings.SECURE_HSTS_INCLUDE_SUBDOMAINS, true)
                        .set(HttpSettings.SECURE_HSTS_PRELOAD, true);
        assertThat(deploy(safe)).isEmpty();
        safe.set(HttpSettings.SECURE_REFERRER_POLICY, "sometimes");
        assertThat(deploy(safe)).containsExactly("security.E023");
        safe.set(HttpSettings.SECURE_REFERRER_POLICY, "same-origin");
        safe.set(MiddlewareSettings.CORS_ALLOWED_ORIGINS, List.of("*"));
        assertThat(deploy(safe)).isEmpty();
        safe.set(MiddlewareSettings.CORS_ALLOW_CREDENTIALS, true);
        assertThat(deploy(safe)).containsExactly("security.W029");
    }

    private static List<String> deploy(Settings settings) {
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        return new WebDeployChecks().run(site).stream().map(CheckMessage::id).toList();
    }
}
