package dev.quintet;

import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.club.Band;
import dev.quintet.club.Club;
import dev.quintet.http.Request;
import dev.quintet.http.RequestSignals;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.middleware.Caching;
import dev.quintet.http.middleware.RateLimits;
import dev.quintet.kernel.limit.Counters;
import dev.quintet.kernel.limit.Rate;
import dev.quintet.kernel.limit.RateLimiter;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.ModelSignals;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator sees: one problem for one mistake, never a stack trace.
class CommandsOfASiteTest {

    private static final String KEY = "--set=SECRET_KEY=a secret that is long enough to sign with";

    @TempDir private Path folder;

    /// What a call of the command line wrote.
    private record Called(int code, String out, String err) {}

    @Test
    void listsEveryRoute() {
        Called called = called(club(), "listurls");

        assertThat(called.code()).isZero();
        assertThat(called.out().lines())
                .containsExactly(
                        "/                 *    Club.index     index",
                        "/bands/<int:id>/  GET  Club.band      band",
                        "/away/            *    Club (lambda)  away");
    }

    @Test
    void listsTheMiddlewareOfEachRoute() {
        assertThat(called(new Grouped(), "listurls").out().lines())
                .containsExactly(
                        "/api/books/  *  CommandsOfASiteTest.Grouped.page     RateLimits(api 5/60s)"
                                + " > Caching[private]",
                        "/staff/      *  CommandsOfASiteTest.Grouped.page     Caching[private]",
                        "/            *  CommandsOfASiteTest.Grouped.page");
    }

    @Test
    void listsEveryRouteAsJson() {
        assertThat(called(club(), "listurls", "--json").out())
                .startsWith("[{\"path\":\"/\",\"methods\":[],\"view\":\"Club.index\"")
                .contains("\"methods\":[\"GET\"]");
    }

    @Test
    void asksForTheRightCommand() {
        Called called = called(club(), "serv");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err())
                .contains("[command.E001] There is no command 'serv'.", "Did you mean 'serve'?");
    }

    @Test
    void refusesToShowErrorsInFullToStrangers() {
        String debug = "--set=DEBUG=true";

        assertThat(called(club(), "serve", "--host", "0.0.0.0", KEY, debug).err())
                .contains("[site.E004] DEBUG is on");
        String named = "--set=ALLOWED_HOSTS=localhost,shop.example";
        assertThat(called(club(), "serve", KEY, debug, named).err()).contains("(settings.E010)");
    }

    @Test
    void namesAllVariablesThatAreMissingTogether() {
        Called none = called(club(), "env", "--check");
        Called one = called(club(), "env", "--check", KEY);
        Called all = called(club(), "env", "--check", KEY, "--set=CLUB_SEAL=wax");

        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("CLUB_SEAL  What seals the letters.", "SECRET_KEY");
        assertThat(one.code()).isEqualTo(1);
        assertThat(one.err()).contains("CLUB_SEAL").doesNotContain("SECRET_KEY");
        assertThat(all.code()).isZero();
        assertThat(all.err()).isEmpty();
    }

    @Test
    void listsSignalsAndWhoListens() {
        try (var _ = RequestSignals.FAILED.connect("pager", event -> true, event -> {});
                var _ = ModelSignals.postSave(Band.class, event -> {});
                var _ = ModelSignals.postDelete(Band.class, ModelSignals.afterCommit(e -> {}))) {
            Called called = called(club(), "signals");

            assertThat(called.code()).isZero();
            assertThat(called.out())
                    .contains("http.request_failed\n  pager\n")
                    .contains("orm.post_save\n  dev.quintet.CommandsOfASiteTest\n")
                    .contains("orm.post_delete\n  dev.quintet.CommandsOfASiteTest\n");
        }
        assertThat(called(club(), "signals").out())
                .contains("http.request_failed")
                .doesNotContain("pager");
    }

    @Test
    void refusesToServeWithoutAKey() {
        called(club(), "migrate");

        assertThat(called(club(), "serve", "--port", "0").err())
                .contains("[site.E001] The site has no SECRET_KEY");
    }

    @Test
    void checksThatTheTablesAreThere() throws IOException {
        Files.createFile(folder.resolve("club.db"));
        Called before = called(club(), "check", "--database");

        called(club(), "migrate");
        Called after = called(club(), "check", "--database");

        assertThat(before.code()).isEqualTo(1);
        assertThat(before.err())
                .contains("(site.E010) The database has no tables club_band, club_disc.")
                .contains("HINT: Run `migrate`");
        assertThat(after.code()).isZero();
    }

    private Club club() {
        return new Club("sqlite:" + folder.resolve("club.db"));
    }

    private static Called called(Site site, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = site.manage(new PrintWriter(out), new PrintWriter(err), args);
        return new Called(code, out.toString(), err.toString());
    }

    /// A site of groups, each with a way of its own.
    static final class Grouped extends Site {

        @Override
        protected void settings(Settings settings) {}

        @Override
        protected Routes routes() {
            var limiter =
                    RateLimiter.slidingWindow(
                            "api", Rate.parse("5/minute"), Counters.inMemory(Clock.systemUTC()));
            return Routes.of(
                    include(
                                    "api/",
                                    Routes.of(
                                            path("books/", Grouped::page)
                                                    .with(Caching.control("private"))))
                            .with(RateLimits.of(limiter)),
                    path("staff/", Grouped::page).with(Caching.control("private")),
                    path("", Grouped::page));
        }

        static Response page(Request request) {
            return Response.text("page");
        }
    }

    /// A site whose route captures a number for a view that wants a text.
    static final class Mistyped extends Site {

        @Override
        protected void settings(Settings settings) {}

        @Override
        protected Routes routes() {
            return Routes.of(Routes.<String>path("bands/<int:id>/", Mistyped::band));
        }

        static Response band(Request request, String id) {
            return Response.text(id);
        }
    }
}
