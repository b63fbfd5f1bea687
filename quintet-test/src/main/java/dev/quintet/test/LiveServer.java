package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.http.Reverse;
import dev.quintet.server.HttpServer;
import dev.quintet.server.ServerOptions;

/// The site on a free port of this machine, for a browser or any other client. Django:
/// `LiveServerTestCase`.
///
/// A test that takes it as a parameter commits its work, as with {@link Commits}: the server's
/// threads see only what is committed. It stops after the test. Safe for many threads.
public final class LiveServer {

    private final RunningSite site;
    private final HttpServer server;

    private LiveServer(RunningSite site, HttpServer server) {
        this.site = site;
        this.server = server;
    }

    static LiveServer start(RunningSite site) {
        ServerOptions options =
                ServerOptions.of(site.context().settings()).at("127.0.0.1", 0).accessLog(false);
        return new LiveServer(site, HttpServer.start(site.pipeline(), options));
    }

    /// {@return its address, such as `http://127.0.0.1:49321`}
    public String url() {
        return server.address().toString();
    }

    /// {@return the address of a page}
    ///
    /// @param target a path that begins with `/`, or the name of a route
    /// @param args what the route captures, in its order
    public String url(String target, Object... args) {
        String path = target.startsWith("/") ? target : Reverse.of(target, args).url(site.router());
        return url() + path;
    }

    /// {@return the port that it listens on}
    public int port() {
        return server.port();
    }

    void close() {
        server.close();
    }

    /// {@return its address}
    @Override
    public String toString() {
        return url();
    }
}
