package dev.quintet.bench.servers;

import static dev.quintet.http.Routes.path;

import dev.quintet.Site;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.server.ServerSettings;
import java.util.concurrent.ThreadLocalRandom;

/// The same answers by a site of ours, written as a user would write it.
public final class QuintetServer extends Site {

    /// What it signs with.
    public static final String SECRET = "bench-".repeat(10);

    private QuintetServer() {}

    /// What the JSON route says.
    record Message(String message, int id, boolean ok) {}

    /// What a row becomes.
    record WorldRow(long id, int randomNumber) {}

    @Override
    protected void settings(Settings settings) {
        settings.database(WorldTable.SITE_URL);
        settings.secretKey(SECRET);
        settings.set(ServerSettings.HTTP_ACCESS_LOG, false); // the peers write none
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                path("plaintext", QuintetServer::plaintext),
                path("json", QuintetServer::json),
                path("page/<int:id>/", QuintetServer::page),
                path("db", QuintetServer::oneRow));
    }

    static Response plaintext(Request request) {
        return Response.text("Hello, World!");
    }

    static Response page(Request request, long id) {
        String name = request.session().get("name", String.class);
        return Response.html("<!doctype html><title>" + id + "</title><p>Hello, " + name);
    }

    static Response json(Request request) {
        return Response.json(new Message("Hello, World!", 42, true));
    }

    static Response oneRow(Request request) {
        long id = ThreadLocalRandom.current().nextLong(WorldTable.ROWS) + 1;
        World world = Worlds.get(Worlds.id.eq(id));
        return Response.json(new WorldRow(world.id, world.randomNumber));
    }

    /// Serves until it is killed.
    ///
    /// @param args the port
    public static void main(String... args) {
        new QuintetServer().manage("serve", "--port", args[0]);
    }
}
