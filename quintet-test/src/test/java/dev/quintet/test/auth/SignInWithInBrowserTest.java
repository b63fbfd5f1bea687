package dev.quintet.test.auth;

import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.Site;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.limits.LimitsApp;
import dev.quintet.auth.pages.AccountPages;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.oidc.OidcApp;
import dev.quintet.oidc.OidcPages;
import dev.quintet.oidc.OidcSettings;
import dev.quintet.oidc.Provider;
import dev.quintet.test.Chromium;
import dev.quintet.test.LiveServer;
import dev.quintet.test.NeedsChromium;
import dev.quintet.test.SiteTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in with an account elsewhere in a real browser, which keeps to the site's policy of
/// content. Pictures of the pages lie in `target/pictures` then.
@SiteTest(SignInWithInBrowserTest.Hall.class)
@NeedsChromium
class SignInWithInBrowserTest {

    private static final MockProvider PROVIDER = open();

    @TempDir private Path folder;
    private Chromium page;

    /// A site that knows one provider.
    public static final class Hall extends Site {

        @Override
        protected void settings(Settings settings) {
            settings.apps(ContentTypesApp.class, AuthApp.class, LimitsApp.class, OidcApp.class);
            settings.database("sqlite:never-opened.db");
            settings.set(AuthSettings.LOGIN_REDIRECT_URL, "connections");
            settings.set(
                    OidcSettings.PROVIDERS,
                    List.of(
                            Provider.of("work", "Work", PROVIDER.address(), "the-hall", "hush"),
                            Provider.github(PROVIDER.address(), "the-hall", "hush")));
        }

        @Override
        protected Routes routes() {
            return Routes.of(
                    include("accounts/", AccountPages.routes()),
                    include("accounts/", OidcPages.routes()),
                    path("whoami/", request -> Response.text(Auth.user(request).toString())));
        }
    }

    private static MockProvider open() {
        try {
            return new MockProvider();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    @AfterAll
    static void closeProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void openBrowser() throws IOException {
        page = Chromium.open(folder.resolve("profile"));
    }

    @AfterEach
    void closeBrowser() {
        page.close();
    }

    private void looksFine(String name) throws IOException {
        Pictures.looksFine(page, "with-" + name, 390, 1366);
    }

    private void press(String button) {
        page.leave(
                "[...document.querySelectorAll('button')].find(b => b.innerText === '"
                        + button
                        + "').click()");
    }

    @Test
    void goesThereAndBackAndShowsTheAccount(LiveServer server) throws IOException {
        page.go(server.url("login"));
        looksFine("login");

        press("Sign in with Work");

        page.await("location.pathname === '/accounts/connections/'");
        assertThat(page.text()).contains("Work", "ada@example.com", "your only way in");
        looksFine("connections");
        assertThat(page.complaints()).noneMatch(each -> each.contains("Content Security Policy"));
    }

    @Test
    void saysWhyNobodyWasSignedIn(LiveServer server) throws IOException {
        page.go(server.url("login"));

        page.go(server.url("login").replace("login", "with/work/callback") + "?code=x&state=y");

        assertThat(page.text()).contains("Nobody was signed in", "Back to signing in");
        looksFine("refused");
    }
}
