package dev.quintet.web;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.Body;
import dev.quintet.http.Cookie;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.MemorySessions;
import dev.quintet.http.middleware.Sessions;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.TemplateEngine;
import dev.quintet.template.TemplateLoader;
import dev.quintet.web.messages.Message;
import dev.quintet.web.messages.MessageSettings;
import dev.quintet.web.messages.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private final Map<String, String> jar = new HashMap<>();
    private RequestPipeline site;

    private void serve(String storage) {
        var settings =
                new Settings()
                        .set(KernelSettings.SECRET_KEY, "x".repeat(50))
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
                        .set(MessageSettings.MESSAGE_STORAGE, storage);
        Apps apps = Apps.of(List.of());
        TemplateEngine engine =
                SiteTemplates.builder(settings, apps, MessagesTest.class)
                        .loader(
                                TemplateLoader.memory(
                                        Map.of(
                                                "list.html",
                                                "{% for m in messages %}<{{ m.tags }}>{{ m }};"
                                                        + "{% endfor %}",
                                                "any.html",
                                                "{% if messages %}some{% else %}none{% endif %}")))
                        .build();
        Context base =
                Context.of(settings, apps, Clock.systemUTC()).with(SiteTemplates.KEY, engine);
        Routes routes =
                Routes.of(
                        path("say/", MessagesTest::say),
                        path("much/", MessagesTest::much),
                        path("plain/", request -> "nothing"),
                        path("any/", request -> Shortcuts.render(request, "any.html")),
                        path("list/", request -> Shortcuts.render(request, "list.html")));
        site =
                RequestPipeline.of(base, Router.of(routes))
                        .with(
                                List.of(
                                        Sessions.of(settings, MemorySessions.of(Clock.systemUTC())),
                                        Messages.of(base)));
    }

    static Object say(Request request) {
        Messages.success(request, "Saved <b>");
        Messages.add(request, Message.ERROR, new SafeString("<i>bad</i>"), "loud");
        Messages.debug(request, "not shown");
        return "said";
    }

    static Object much(Request request) {
        var words = new java.util.Random(7);
        for (int i = 0; i < 40; i++) {
            Messages.info(
                    request,
                    i
                            + " "
                            + Long.toString(words.nextLong(), 36).repeat(2)
                            + Long.toHexString(words.nextLong())
                            + Long.toHexString(words.nextLong())
                            + Long.toHexString(words.nextLong())
                            + Long.toHexString(words.nextLong()));
        }
        return "said";
    }

    private String visit(String url) {
        RequestBuilder request = RequestBuilder.get(url);
        jar.forEach(request::cookie);
        Response response = site.handle(request.build());
        for (Cookie cookie : response.cookies()) {
            if (cookie.value().isEmpty()) {
                jar.remove(cookie.name());
            } else {
                jar.put(cookie.name(), cookie.value());
            }
        }
        return new String(((Body.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "session", "fallback"})
    void showsAMessageOnceOnTheNextPageThatShowsAny(String storage) {
        serve(storage);

        visit("/say/");
        visit("/plain/");
        assertThat(visit("/any/")).isEqualTo("some");
        assertThat(visit("/list/")).isEqualTo("<success>Saved &lt;b&gt;;<loud error><i>bad</i>;");
        assertThat(visit("/list/")).isEmpty();
        assertThat(visit("/any/")).isEqualTo("none");
        assertThat(jar).doesNotContainKey("messages");
    }

    @Test
    void keepsInTheSessionWhatDoesNotFitIntoTheCookie() {
        serve("fallback");

        visit("/much/");

        assertThat(jar.get("messages").length()).isLessThanOrEqualTo(2048);
        assertThat(jar).containsKey("sessionid");
        assertThat(visit("/list/").split(";", -1)).hasSize(41);
        assertThat(visit("/list/")).isEmpty();
    }

    @Test
    void setsNoCookieWhereNothingIsSaid() {
        serve("fallback");

        visit("/list/");

        assertThat(jar).isEmpty();
    }

    @Test
    void forgetsAMessageThatWasTamperedWith() {
        serve("cookie");
        visit("/say/");
        jar.computeIfPresent("messages", (_, value) -> value.substring(1));

        assertThat(visit("/list/")).isEmpty();
    }
}
