package dev.quintet.club;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.redirect;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.Site;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import java.util.Map;

/// The site of the tests.
public final class Club extends Site {

    private final String database;

    /// A site over an SQLite file.
    public Club(String database) {
        this.database = database;
    }

    @Override
    protected void settings(Settings settings) {
        settings.apps(ClubApp.class);
        settings.database(database);
    }

    @Override
    protected String name() {
        return "The Club";
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                path("", Club::index).name("index"),
                get("bands/<int:id>/", Club::band).name("band"),
                path("away/", _ -> redirect("index")).name("away"));
    }

    static Response index(Request request) {
        return render(request, "club/index.html", Map.of("bands", Bands.all()));
    }

    static Response band(Request request, long id) {
        return render(request, "club/index.html", Map.of("bands", Bands.filter(Bands.id.eq(id))));
    }

    /// Starts it from a command line.
    public static void main(String... args) {
        new Club(env("CLUB_DATABASE", "sqlite:target/club.db")).manage(args);
    }
}
