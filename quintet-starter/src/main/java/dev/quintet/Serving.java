package dev.quintet;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.RequestPipeline;
import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Layer;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.server.HttpServer;
import dev.quintet.server.ServerOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Set;

/// A site under a server, for commands that serve: what they refuse and warn of before they begin,
/// and the order in which all ends when the process is told to.
///
/// ```java
/// try (Serving serving = Serving.start(site, options)) {
///     serving.join();
/// }
/// ```
public final class Serving implements AutoCloseable {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final RunningSite site;
    private final HttpServer server;
    private final ServerOptions options;
    private final Thread atShutdown;

    private Serving(RunningSite site, HttpServer server, ServerOptions options) {
        this.site = site;
        this.server = server;
        this.options = options;
        this.atShutdown = Thread.ofPlatform().name("shutdown").unstarted(this::end);
    }

    /// {@return the site, being served; when the process is told to end, requests under way are
    /// finished first, then the databases are closed}
    ///
    /// @throws dev.quintet.server.ListenException when it cannot listen there
    /// @throws dev.quintet.kernel.error.QuintetException when an app fails in its `serving`
    public static Serving start(RunningSite site, ServerOptions options) {
        site.serving();
        ServerOptions ours = options.stopAtShutdown(false).accessLog(false);
        RequestPipeline pipeline = site.pipeline();
        if (options.accessLog()) {
            var all = new ArrayList<Middleware>();
            all.add(new AccessLog());
            all.addAll(pipeline.middleware());
            pipeline = pipeline.with(all);
        }
        var serving = new Serving(site, HttpServer.start(pipeline, ours), ours);
        Runtime.getRuntime().addShutdownHook(serving.atShutdown);
        return serving;
    }

    /// {@return where a browser on this machine finds the site, such as `http://localhost:8000/`}
    public String address() {
        String host = options.host();
        boolean near = LOOPBACK.contains(host) || host.equals("0.0.0.0") || host.equals("::");
        String shown = near ? "localhost" : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return server.tlsPort() < 0
                ? "http://" + shown + ":" + server.port() + "/"
                : "https://" + shown + ":" + server.tlsPort() + "/";
    }

    /// Waits until the server was stopped.
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException ending) {
            // The process ends: the hook does what is to be done.
            return;
        }
        end();
    }

    private void end() {
        server.close();
        site.close();
    }

    /// Refuses a port that there is not.
    ///
    /// @throws CommandException when it is below 0 or above 65535
    public static void refusePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new CommandException(
                    Problem.of("site.E002", "There is no port " + port + ".")
                            .fixedBy(
                                    "Use a port from 1 to 65535, such as 8000, or 0 for a free one."));
        }
    }

    /// Refuses to serve others than this machine under names that nobody gave.
    ///
    /// @throws CommandException when `host` is reached from elsewhere and `ALLOWED_HOSTS` is not
    ///   set
    static void refuseUnnamed(Settings settings, String host) {
        Layer named = settings.explain(HttpSettings.ALLOWED_HOSTS).layer();
        if (!LOOPBACK.contains(host)
                && named == Layer.OVERRIDE
                && !settings.get(KernelSettings.DEBUG)) {
            throw new CommandException(
                    Problem.of(
                                    "site.E003",
                                    "The site does not know the names that it is called by from"
                                            + " elsewhere.")
                            .because("On " + host + " other machines reach it.")
                            .fixedBy(
                                    "Set ALLOWED_HOSTS to its names, such as"
                                            + " ALLOWED_HOSTS=example.com."));
        }
    }

    /// Refuses to show errors in full to others than this machine. Names that others know are
    /// refused by a check.
    ///
    /// @throws CommandException when `DEBUG` is on and `host` is reached from elsewhere
    static void refuseDebugInPublic(Settings settings, String host) {
        if (settings.get(KernelSettings.DEBUG) && !LOOPBACK.contains(host)) {
            throw new CommandException(
                    Problem.of("site.E004", "DEBUG is on, and not only this machine is answered.")
                            .because("Error pages would show code and settings to anybody.")
                            .fixedBy(
                                    "Set DEBUG=false, or use `runserver`, which is for you alone."));
        }
    }

    /// {@return whether only this machine reaches a server that listens on `host`}
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    /// Refuses to serve a site whose database does not answer, and says which tables are missing.
    ///
    /// @param err where warnings go
    /// @throws dev.quintet.kernel.error.QuintetException when a database cannot be reached
    public static void warnOfDatabases(Context context, PrintWriter err) {
        for (CheckMessage message : DatabaseChecks.tables(context)) {
            err.println("Warning: " + message.message() + " " + message.hint());
        }
        err.flush();
    }
}
