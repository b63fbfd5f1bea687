package guild;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static dev.quintet.web.Shortcuts.render;

import dev.quintet.Site;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;

/// A site with every mistake that a page can make.
public final class Guild extends Site {

    private final String database;

    /// A site over an SQLite file.
    public Guild(String database) {
        this.database = database;
    }

    @Override
    protected void settings(Settings settings) {
        settings.apps(GuildApp.class);
        settings.database(database);
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                get("members/<int:id>/", Guild::member).name("member"),
                path("missing-template/", request -> render(request, "nothing.html")),
                path("broken-template/", request -> render(request, "broken.html")),
                path("missing-table/", Guild::members),
                path("fails/", Guild::fails));
    }

    static Response member(Request request, long id) {
        return Response.text("Member " + id);
    }

    static Response members(Request request) {
        return Response.text(Members.all().list().toString());
    }

    static Response fails(Request request) {
        throw new IllegalStateException("<script>alert('no one')</script>");
    }
}
