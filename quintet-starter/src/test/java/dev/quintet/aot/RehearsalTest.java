package dev.quintet.aot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.Site;
import dev.quintet.club.Bands;
import dev.quintet.club.ClubApp;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final List<String> SEEN = new ArrayList<>();

    /// Has a look at a table before anybody asks.
    public static final class ForesightfulApp implements App {

        /// For the site.
        public ForesightfulApp() {}

        @Override
        public void serving(Context site) {
            SEEN.add("bands: " + Bands.all().count());
        }
    }

    private static final class Stage extends Site {

        @Override
        protected void settings(Settings settings) {
            settings.apps(ClubApp.class, ForesightfulApp.class);
            settings.database("postgresql://nobody:wrong@127.0.0.1:1/nowhere");
        }

        @Override
        protected Routes routes() {
            return Routes.of(Routes.path("", Stage::page), Routes.path("more/", Stage::page));
        }

        private static Response page(Request request) {
            SEEN.add(request.path());
            return Response.html("<a href=\"/more/\">more</a>");
        }
    }

    @Test
    void appsFindTheirTablesAndTheirDatabaseIsNotAsked() throws Exception {
        SEEN.clear();

        Rehearsal.of(new Stage(), List.of("/more/?page=2"));

        assertThat(SEEN).containsExactly("bands: 0", "/", "/more/", "/more/");
    }
}
