package dev.quintet.server;

import dev.quintet.http.RequestPipeline;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// A running server: one virtual thread a request, HTTP/1.1 and, without TLS, HTTP/2.
///
/// ```java
/// try (HttpServer server = HttpServer.start(pipeline, ServerOptions.of(settings))) {
///     server.join();
/// }
/// ```
///
/// Told to stop it takes no more requests (503) and lets those under way finish. Safe for many
/// threads.
public final class HttpServer implements AutoCloseable {

    /// Jetty refuses paths that a proxy and a server may read differently. These two it need not:
    /// we decode once, and never drop empty segments.
    private static final UriCompliance URIS =
            UriCompliance.DEFAULT.with(
                    "QUINTET",
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                    UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    private final Server server;
    private final ServerConnector connector;
    private final ServerOptions options;

    private HttpServer(Server server, ServerConnector connector, ServerOptions options) {
        this.server = server;
        this.connector = connector;
        this.options = options;
    }

    /// {@return a server that listens}
    ///
    /// @throws ListenException when it cannot
    public static HttpServer start(RequestPipeline pipeline, ServerOptions options) {
        var threads = new VirtualThreadPool();
        threads.setName("http");
        threads.setMaxConcurrentTasks(0);
        var server = new Server(threads);
        HttpConfiguration http = configuration(options);
        var connector =
                new ServerConnector(
                        server,
                        1,
                        -1,
                        new HttpConnectionFactory(http),
                        new HTTP2CServerConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setAcceptQueueSize(4096);
        connector.setIdleTimeout(options.idleTimeout().toMillis());
        var deadline = new HeaderDeadline(options.headerTimeout());
        connector.addBean(deadline);
        server.addConnector(connector);
        var graceful = new GracefulHandler(new Entrance(pipeline, options, deadline));
        server.setHandler(graceful);
        server.setErrorHandler(new BareErrors());
        server.setStopTimeout(options.drainTimeout().toMillis());
        server.setStopAtShutdown(options.stopAtShutdown());
        try {
            connector.open();
            server.start();
        } catch (Exception failed) {
            try {
                server.stop();
            } catch (Exception alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw ListenException.of(options.host(), options.port(), failed);
        }
        return new HttpServer(server, connector, options);
    }

    /// {@return the port that it listens on}
    public int port() {
        return connector.getLocalPort();
    }

    /// {@return where a browser on this machine finds it, such as `http://127.0.0.1:8000`}
    public URI address() {
        String host = options.host();
        String reached =
                List.of("0.0.0.0", "::", "").contains(host)
                        ? "127.0.0.1"
                        : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return URI.create("http://" + reached + ":" + port());
    }

    /// Waits until it was stopped.
    public void join() throws InterruptedException {
        server.join();
    }

    /// Takes no more requests, waits for those under way, and frees the port.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception unfinished) {
            System.getLogger("quintet.server")
                    .log(
                            System.Logger.Level.WARNING,
                            "Requests were cut off when the server stopped",
                            unfinished);
        }
    }

    private static HttpConfiguration configuration(ServerOptions options) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(options.maxHeaderBytes());
        http.setUriCompliance(URIS);
        http.setRelativeRedirectAllowed(true);
        return http;
    }
}
