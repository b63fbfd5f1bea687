package dev.quintet;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.auth.AuthApp;
import dev.quintet.club.Band;
import dev.quintet.club.Club;
import dev.quintet.club.ClubApp;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Body;
import dev.quintet.http.Middleware;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsException;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.orm.Models;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final String KEY = "a secret that is long enough, and of no use to anybody";

    @TempDir private Path folder;

    @Test
    void answersWithRowsOfItsDatabase() {
        try (RunningSite site = started(Map.of("SECRET_KEY", KEY))) {
            Commands.call(site.context(), "migrate");
            var band = new Band();
            band.name = "Quintette & Co";
            band.save();

            Response page = get(site, "/");

            assertThat(page.status()).isEqualTo(200);
            assertThat(text(page)).contains("<a href=\"/bands/1/\">Quintette &amp; Co</a>");
        }
    }

    @Test
    void servesStaticFilesOfItsApps() {
        try (RunningSite site = started(Map.of("SECRET_KEY", KEY))) {
            assertThat(get(site, "/static/club.css").status()).isEqualTo(200);
        }
    }

    /// Notes what it is called for.
    public static final class CalledApp implements App {

        private static final List<String> CALLS = new ArrayList<>();

        /// For the site.
        public CalledApp() {}

        @Override
        public void ready(Context site) {
            CALLS.add("ready");
        }

        @Override
        public void serving(Context site) {
            CALLS.add("serving");
        }
    }

    @Test
    void tellsItsAppsWhenItIsAboutToAnswerAndNotForPrograms() {
        CalledApp.CALLS.clear();

        Site.of(settings -> settings.apps(CalledApp.class).secretKey(KEY)).setup().close();
        assertThat(CalledApp.CALLS).containsExactly("ready");

        Site.of(settings -> settings.apps(CalledApp.class).secretKey(KEY)).start().close();
        assertThat(CalledApp.CALLS).containsExactly("ready", "ready", "serving");
    }

    @Test
    void tellsItsAppsOnceThatItIsAboutToAnswer() {
        CalledApp.CALLS.clear();

        try (RunningSite site =
                Site.of(settings -> settings.apps(CalledApp.class).secretKey(KEY)).start()) {
            site.with(UnaryOperator.identity(), Clock.systemUTC()).serving();
            site.serving();
        }

        assertThat(CalledApp.CALLS).containsExactly("ready", "serving");
    }

    @Test
    void isTheProcessesOwnUntilItIsClosed() {
        try (RunningSite site = started(Map.of("SECRET_KEY", KEY))) {
            assertThat(Context.current()).isSameAs(site.context());
        }

        assertThat(Context.find()).isNull();
    }

    @Test
    void refusesToAnswerWithoutAKey() {
        assertThatThrownBy(() -> started(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("[site.E001] The site has no SECRET_KEY");
        assertThat(Context.find()).isNull();
    }

    @Test
    void makesAKeyForItsDeveloper() {
        try (RunningSite site = started(Map.of("DEBUG", "true"));
                RunningSite other = started(Map.of("DEBUG", "true"))) {
            String key = site.context().settings().get(KernelSettings.SECRET_KEY);

            assertThat(key).hasSize(50);
            assertThat(other.context().settings().get(KernelSettings.SECRET_KEY)).isNotEqualTo(key);
        }
    }

    @Test
    void answersToThisMachineOnlyUnlessItIsTold() {
        try (RunningSite site = started(Map.of("SECRET_KEY", KEY))) {
            assertThat(get(site, "/away/").status()).isEqualTo(302);
            var elsewhere = RequestBuilder.get("/away/").header("Host", "evil.example").build();
            assertThat(site.pipeline().handle(elsewhere).status()).isEqualTo(400);
        }
    }

    @Test
    void goesTheWayOfANewProject() {
        try (RunningSite site = started(Map.of("SECRET_KEY", KEY))) {
            assertThat(site.pipeline().middleware().stream().map(Middleware::name))
                    .containsExactly(
                            "RequestIds",
                            "LogContext",
                            "StaticFiles",
                            "MediaFiles",
                            "Security",
                            "Csp",
                            "Sessions",
                            "Common",
                            "Csrf",
                            "Messages",
                            "FrameOptions");
            assertThat(site.pipeline().conflicts()).isEmpty();
        }
    }

    /// A site of users who speak several languages.
    private static final class Spoken extends Site {
        @Override
        protected void settings(Settings settings) {
            settings.apps(ContentTypesApp.class, AuthApp.class);
            settings.database("sqlite:never-opened.db");
        }

        @Override
        protected Routes routes() {
            return Routes.of(path("", _ -> "spoken"));
        }
    }

    @Test
    void putsLanguagesAndUsersWhereTheyBelong() {
        var told = Map.of("SECRET_KEY", KEY, "LANGUAGES", "en,de");
        var sources = new SettingsSources(folder, told, List.of());
        try (RunningSite site = new Spoken().start(sources, UnaryOperator.identity())) {
            assertThat(site.pipeline().middleware().stream().map(Middleware::name))
                    .containsSubsequence(
                            "Sessions",
                            "Languages",
                            "Common",
                            "Csrf",
                            "Authentication",
                            "Messages");
            assertThat(site.pipeline().conflicts()).isEmpty();
        }
    }

    /// A site that leaves one out.
    private static final class Framed extends Site {
        private final String left;

        private Framed(String left) {
            this.left = left;
        }

        @Override
        protected void settings(Settings settings) {}

        @Override
        protected Routes routes() {
            return Routes.of(path("", _ -> "framed"));
        }

        @Override
        protected List<Middleware> middleware() {
            return super.middleware().stream().filter(e -> !e.name().equals(left)).toList();
        }
    }

    @Test
    void leavesOutAMiddlewareByALine() {
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", KEY), List.of());
        try (RunningSite site =
                new Framed("FrameOptions").start(sources, UnaryOperator.identity())) {
            assertThat(get(site, "/").header("X-Frame-Options")).isNull();
            assertThat(get(site, "/").header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LogContext",
                "StaticFiles",
                "MediaFiles",
                "Security",
                "Csp",
                "Common",
                "Csrf",
                "Messages"
            })
    void answersWithoutAnyOfThemThatNoOtherNeeds(String left) {
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", KEY), List.of());
        try (RunningSite site = new Framed(left).start(sources, UnaryOperator.identity())) {
            assertThat(site.pipeline().middleware().stream().map(Middleware::name))
                    .hasSize(10)
                    .doesNotContain(left);
            assertThat(site.pipeline().conflicts()).isEmpty();
            assertThat(get(site, "/").status()).isEqualTo(200);
        }
    }

    @Test
    void sendsAllHeadersThatKeepBrowsersCareful() {
        var overTls = RequestBuilder.get("/").header("Host", "localhost").secure().build();
        try (RunningSite site =
                started(Map.of("SECRET_KEY", KEY, "SECURE_HSTS_SECONDS", "31536000"))) {
            Commands.call(site.context(), "migrate");
            Response page = site.pipeline().handle(overTls);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Permissions-Policy")).contains("camera=()");
        }
    }

    @Test
    void letsAnybodyKeepAPageThatNobodyIsKnownOn() {
        try (RunningSite site = started(Map.of("SECRET_KEY", KEY))) {
            Commands.call(site.context(), "migrate");
            Response page = get(site, "/");

            assertThat(page.cookies()).isEmpty();
            assertThat(page.header("Vary")).isNull();
        }
    }

    @Test
    void letsOuterLayersWin() {
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", KEY), List.of("DEBUG=true"));

        try (RunningSite site = club().start(sources, UnaryOperator.identity())) {
            assertThat(site.context().settings().get(KernelSettings.DEBUG)).isTrue();
        }
    }

    /// An app that is listed before the one whose models it looks at.
    public static final class EarlyApp implements App {

        private static final List<List<String>> KNOWN = new ArrayList<>();

        /// For the site.
        public EarlyApp() {}

        @Override
        public List<String> packages() {
            return List.of("dev.quintet.early");
        }

        @Override
        public void ready(Context site) {
            KNOWN.add(
                    site.get(Models.KEY).list().stream().map(one -> one.state().label()).toList());
        }
    }

    @Test
    void tellsAppsOnceWhenAllModelsAreKnown() {
        EarlyApp.KNOWN.clear();
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", KEY), List.of());
        Site early =
                Site.of(settings ->
                        settings.apps(EarlyApp.class, ClubApp.class)
                                .database("sqlite:" + folder.resolve("club.db")));

        try (RunningSite site = early.start(sources, UnaryOperator.identity())) {
            assertThat(EarlyApp.KNOWN).hasSize(1);
            assertThat(get(site, "/").status()).isEqualTo(404);
            assertThat(get(site, "/").status()).isEqualTo(404);
            Commands.call(site.context(), "check");
        }

        assertThat(EarlyApp.KNOWN).containsExactly(List.of("club.Band", "club.Disc"));
    }

    private Club club() {
        return new Club("sqlite:" + folder.resolve("club.db"));
    }

    private RunningSite started(Map<String, String> environment) {
        var sources = new SettingsSources(folder, environment, List.of());
        return club().start(sources, UnaryOperator.identity());
    }

    private static Response get(RunningSite site, String url) {
        return site.pipeline().handle(RequestBuilder.get(url).header("Host", "localhost").build());
    }

    private static String text(Response response) {
        return response.body() instanceof Body.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
    }
}
