package dev.quintet.test;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.Site;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.UploadedFile;
import dev.quintet.http.middleware.Csp;
import dev.quintet.http.middleware.Csrf;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.server.ServerOptions;
import dev.quintet.web.messages.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site with its default middleware, in a real browser.
@NeedsChromium
class BrowserTest {

    @TempDir private Path folder;
    private @Nullable Serving serving;
    private @Nullable Chromium browser;

    /// A page or two.
    public static final class Pages extends Site {
        private final Path folder;

        Pages(Path folder) {
            this.folder = folder;
        }

        @Override
        protected void settings(Settings settings) {
            settings.database("sqlite:" + folder.resolve("pages.db"));
            settings.set(Storages.MEDIA_ROOT, folder.resolve("media").toString());
        }

        @Override
        protected Routes routes() {
            return Routes.of(
                    path("", Pages::form).name("form"),
                    path("save/", Pages::save).name("save"),
                    path("scripts/", Pages::scripts),
                    path("shown/", Pages::shown));
        }

        static Response form(Request request) {
            return Response.html(
                    "<!doctype html><title>form</title><form method=post action=/save/"
                            + " enctype=multipart/form-data><input type=hidden name="
                            + Csrf.FIELD
                            + " value="
                            + Csrf.token(request)
                            + "><input name=name value=Ada><input type=file name=photo></form>");
        }

        static Response save(Request request) throws IOException {
            request.session().put("name", request.form().get("name"));
            UploadedFile photo = request.file("photo");
            if (photo != null && photo.size() > 0) {
                Storages storages = Context.current().get(Storages.KEY);
                request.session().put("photo", photo.saveTo(storages.get(), "evil.html"));
            }
            Messages.success(request, "Saved.");
            return Response.redirect("/shown/");
        }

        static Response shown(Request request) {
            return Response.html(
                    "<!doctype html><title>shown</title><p>Name: "
                            + request.session().get("name")
                            + "<p>Messages: "
                            + Messages.of(request).stream().map(String::valueOf).toList());
        }

        static Response scripts(Request request) {
            return Response.html(
                    "<!doctype html><title>scripts</title><p id=out>nothing</p><script nonce="
                            + Csp.nonce(request)
                            + ">out.textContent = 'ours'</script>"
                            + "<script>out.textContent += ' injected'</script>"
                            + "<p style='color:red' onclick='alert(1)'>styled");
        }
    }

    @BeforeEach
    void opens() throws IOException {
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

    private Chromium at(String path) {
        Chromium opened = java.util.Objects.requireNonNull(browser);
        String address = java.util.Objects.requireNonNull(serving).address();
        opened.go(address.substring(0, address.length() - 1) + path);
        return opened;
    }

    @Test
    void remembersAVisitorInCookiesThatScriptsCannotRead() {
        Chromium page = at("/");

        page.leave("document.forms[0].submit()");

        assertThat(page.text()).contains("Name: Ada").contains("Messages: [Saved.]");
        assertThat(String.valueOf(page.run("document.cookie"))).doesNotContain("sessionid");
        assertThat(at("/shown/").text()).contains("Name: Ada").contains("Messages: []");
        // It asks for an icon by itself, and there is none.
        assertThat(page.complaints()).allMatch(each -> each.contains("404 (Not Found)"));
    }

    @Test
    void refusesAFormWithoutATokenThatAnotherOriginSent() {
        Chromium page = at("/");
        String here = String.valueOf(page.run("location.origin"));
        page.go(here.replace("localhost", "127.0.0.1") + "/");

        page.leave("document.forms[0].action = '" + here + "/save/'; document.forms[0].submit()");

        assertThat(page.text()).contains("403");
        assertThat(at("/shown/").text()).contains("Name: null");
    }

    @Test
    void runsOurScriptsAndNoneThatWereInjected() {
        Chromium page = at("/scripts/");

        assertThat(page.run("document.getElementById('out').textContent")).isEqualTo("ours");
        assertThat(page.run("getComputedStyle(document.querySelector('p[style]')).color"))
                .isEqualTo("rgb(0, 0, 0)");
        assertThat(page.complaints()).anyMatch(each -> each.contains("Content Security Policy"));
    }

    @Test
    void showsErrorPagesWithoutBreakingThePolicy() {
        Chromium page = at("/none/");

        assertThat(page.text()).contains("404");
        assertThat(page.run("getComputedStyle(document.querySelector('b')).display"))
                .isEqualTo("block");
        assertThat(page.complaints()).noneMatch(each -> each.contains("Content Security Policy"));
    }

    @Test
    void takesAnUploadAndNeverRunsIt() throws IOException {
        Path file = folder.resolve("evil.html");
        Files.writeString(file, "<script>document.title = 'pwned'</script>");
        Chromium page = at("/");
        page.choose("input[type=file]", file);

        page.leave("document.forms[0].submit()");

        assertThat(page.text()).contains("Name: Ada");
        assertThat(
                        page.run(
                                "fetch('/media/evil.html').then(r => r.status + ' '"
                                        + " + r.headers.get('content-disposition'))"))
                .isEqualTo("200 attachment; filename=\"evil.html\"");
        assertThat(folder.resolve("media/evil.html")).exists();
    }
}
