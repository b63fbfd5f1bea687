package dev.quintet.test;

import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.render;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.Site;
import dev.quintet.http.BadRequest;
import dev.quintet.http.NotFound;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.MiddlewareSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.server.ServerOptions;
import dev.quintet.web.WebSettings;
import dev.quintet.web.messages.Messages;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fifty texts that would run if they were ever shown as they are, in a real browser, on a site
/// without a content security policy that might hide a mistake.
@NeedsChromium
class StoredPayloadsTest {

    private static final List<String> PAYLOADS = Payloads.ALL;

    @TempDir private Path folder;
    private Serving serving;
    private Chromium browser;

    /// Pages that show what they are given in all places of a page.
    public static final class Pages extends Site {
        private final Path folder;

        Pages(Path folder) {
            this.folder = folder;
        }

        @Override
        protected void settings(Settings settings) {
            settings.database("sqlite:" + folder.resolve("pages.db"));
            settings.set(
                    WebSettings.TEMPLATE_DIRS, List.of(folder.resolve("templates").toString()));
            settings.set(MiddlewareSettings.SECURE_CSP, "");
        }

        @Override
        protected Routes routes() {
            return Routes.of(
                    path("places/", Pages::places),
                    path("messages/", Pages::messages),
                    path("text/", request -> String.join("\n", PAYLOADS)),
                    path("json/", request -> Map.of("payloads", PAYLOADS)),
                    path("missing/<int:n>/", Pages::missing),
                    path("denied/<int:n>/", Pages::denied),
                    path("bad/<int:n>/", Pages::bad));
        }

        static Response places(Request request) {
            return render(request, "places.html", Map.of("payloads", PAYLOADS));
        }

        static Response messages(Request request) {
            PAYLOADS.forEach(each -> Messages.info(request, each));
            return render(request, "messages.html", Map.of());
        }

        static Response missing(Request request, long n) {
            throw new NotFound(PAYLOADS.get((int) n));
        }

        static Response denied(Request request, long n) {
            throw new PermissionDenied(PAYLOADS.get((int) n));
        }

        static Response bad(Request request, long n) {
            throw new BadRequest(PAYLOADS.get((int) n));
        }
    }

    @BeforeEach
    void opens() throws IOException {
        Path templates = Files.createDirectories(folder.resolve("templates"));
        Files.writeString(
                templates.resolve("places.html"),
                """
                <!doctype html><title>{{ payloads.0 }}{{ payloads.40 }}</title>
                {% for each in payloads %}
                <p title="{{ each }}" class='{{ each }}'>{{ each }}</p>
                <textarea>{{ each }}</textarea><input value="{{ each }}">
                <a href="/search/?q={{ each|urlencode }}">{{ each|truncatechars:30 }}</a>
                <div>{{ each|linebreaks }}{{ each|urlize }}{{ each|title }}{{ each|force_escape }}</div>
                {{ each|json_script:"data" }}<script>var x = "{{ each|escapejs }}";</script>
                <!-- {{ each }} -->
                {% endfor %}\
                """);
        Files.writeString(
                templates.resolve("messages.html"),
                "<!doctype html><title>m</title>{% for each in messages %}<li"
                        + " class=\"{{ each.tags }}\">{{ each }}</li>{% endfor %}");
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", "x".repeat(50)), List.of());
        RunningSite site = new Pages(folder).start(sources, UnaryOperator.identity());
        ServerOptions options = ServerOptions.of(site.context().settings());
        serving = Serving.start(site, options.at("127.0.0.1", 0).accessLog(false));
        browser = Chromium.open(folder.resolve("profile"));
    }

    @AfterEach
    void closes() {
        if (browser != null) {
            browser.close();
        }
        if (serving != null) {
            serving.close();
        }
    }

    /// Touches everything, as a visitor would by and by, and looks whether anything ran.
    private void staysHarmless(String path) {
        String address = serving.address();
        browser.go(address.substring(0, address.length() - 1) + path);
        Object ran =
                browser.run(
                        """
                        (async () => {
                          for (const each of document.querySelectorAll('*')) {
                            for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle']) {
                              each.dispatchEvent(new Event(kind));
                            }
                          }
                          await new Promise(done => setTimeout(done, 10));
                          return String(window.pwned) + document.querySelectorAll('[onerror],[onload],'
                            + '[onfocus],[onmouseover],iframe,svg,object,embed,base').length;
                        })()\
                        """);
        assertThat(ran).as(path).isEqualTo("undefined0");
    }

    @Test
    void runsNothingThatWasStored() {
        assertThat(PAYLOADS).hasSize(50);
        staysHarmless("/places/");
        assertThat(browser.run("document.querySelectorAll('p').length >= 50")).isEqualTo(true);
        staysHarmless("/messages/");
        assertThat(browser.run("document.querySelectorAll('li').length")).isEqualTo(50L);
        staysHarmless("/text/");
        staysHarmless("/json/");
    }

    @Test
    void runsNothingOnPagesOfErrors() {
        for (int n = 0; n < PAYLOADS.size(); n++) {
            String quoted = URLEncoder.encode(PAYLOADS.get(n), StandardCharsets.UTF_8);
            staysHarmless("/none/" + quoted.replace("+", "%20").replace("%2F", "/"));
            staysHarmless("/missing/" + n + "/?q=" + quoted);
            staysHarmless((n % 2 == 0 ? "/denied/" : "/bad/") + n + "/");
        }
    }
}
