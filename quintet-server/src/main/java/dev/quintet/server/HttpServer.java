package dev.quintet.server;

import dev.quintet.http.RequestPipeline;
import dev.quintet.kernel.log.Loggers;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/// A running server: one virtual thread a request, HTTP/1.1 and HTTP/2, with TLS and without.
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

    private static final System.Logger LOG = Loggers.named("quintet.server");

    /// Jetty refuses paths that a proxy and a server may read differently. These two it need not:
    /// we decode once, and never drop empty segments.
    private static final UriCompliance URIS =
            UriCompliance.DEFAULT.with(
                    "QUINTET",
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                    UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    private static final int IO_IDLE_MILLIS = 10_000;

    private final Server server;
    private final ServerConnector plain;
    private final @Nullable ServerConnector encrypted;
    private final Health health;
    private final Conversations conversations;
    private final ServerOptions options;

    private HttpServer(
            Server server,
            ServerConnector plain,
            @Nullable ServerConnector encrypted,
            Health health,
            Conversations conversations,
            ServerOptions options) {
        this.server = server;
        this.plain = plain;
        this.encrypted = encrypted;
        this.health = health;
        this.conversations = conversations;
        this.options = options;
    }

    /// {@return a server that listens}
    ///
    /// @throws ListenException when it cannot, or has no certificate that can be used
    public static HttpServer start(RequestPipeline pipeline, ServerOptions options) {
        return start(PipelineSource.always(pipeline), options);
    }

    /// {@return a server that listens, and asks for each request which way it goes}
    ///
    /// @throws ListenException when it cannot, or has no certificate that can be used
    public static HttpServer start(PipelineSource pipelines, ServerOptions options) {
        var server = new Server(threads());
        HttpConfiguration http = configuration(options);
        var deadline = new HeaderDeadline(options.headerTimeout());
        ServerConnector plain =
                connector(
                        server,
                        options,
                        options.port(),
                        new HttpConnectionFactory(http),
                        withoutConnect(new HTTP2CServerConnectionFactory(http)));
        plain.addBean(deadline);
        server.addConnector(plain);
        Tls tls = options.tls();
        ServerConnector encrypted = tls == null ? null : encrypted(server, options, tls, deadline);
        if (encrypted != null) {
            server.addConnector(encrypted);
        }
        Path socket = options.unixSocket();
        if (socket != null) {
            server.addConnector(UnixSocket.connector(server, socket, http, options));
        }
        var conversations = new Conversations(options.maxRequests());
        var entrance = new Entrance(pipelines, options, deadline, conversations);
        var health = new Health(options, pipelines, new GracefulHandler(entrance));
        server.setHandler(health);
        server.setErrorHandler(new BareErrors());
        server.setStopTimeout(options.drainTimeout().toMillis());
        server.setStopAtShutdown(options.stopAtShutdown());
        open(server, options, plain, encrypted);
        if (encrypted != null && tls != null && tls.redirects()) {
            entrance.sendTo(encrypted.getLocalPort());
        }
        return new HttpServer(server, plain, encrypted, health, conversations, options);
    }

    /// A virtual thread for each request, and a few threads of the system, which accept connections
    /// and end them.
    private static QueuedThreadPool threads() {
        var requests = new VirtualThreadPool();
        requests.setName("http");
        requests.setMaxConcurrentTasks(0);
        int most = 16 + 8 * Runtime.getRuntime().availableProcessors();
        // Jetty's own queue asks for the width of the cache's lines at each start, by JMX: 0.1 s.
        var threads = new QueuedThreadPool(most, 2, IO_IDLE_MILLIS, new LinkedBlockingQueue<>());
        threads.setName("http-io");
        threads.setDaemon(false);
        threads.setVirtualThreadsExecutor(requests);
        return threads;
    }

    private static void open(
            Server server,
            ServerOptions options,
            ServerConnector plain,
            @Nullable ServerConnector encrypted) {
        int port = options.port();
        try {
            plain.open();
            Tls tls = options.tls();
            if (encrypted != null && tls != null) {
                port = tls.port();
                encrypted.open();
            }
            server.start();
        } catch (Exception failed) {
            try {
                server.stop();
            } catch (Exception alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            plain.close();
            if (encrypted != null) {
                encrypted.close();
            }
            throw ListenException.of(options.host(), port, failed);
        }
    }

    private static ServerConnector connector(
            Server server, ServerOptions options, int port, ConnectionFactory... protocols) {
        var connector = new SocketConnector(server, protocols);
        connector.setHost(options.host());
        connector.setPort(port);
        connector.setAcceptQueueSize(4096);
        connector.setIdleTimeout(options.idleTimeout().toMillis());
        return connector;
    }

    /// HTTP/2 where the client can, by ALPN; else HTTP/1.1.
    private static ServerConnector encrypted(
            Server server, ServerOptions options, Tls tls, HeaderDeadline deadline) {
        HttpConfiguration https = configuration(options);
        // Which names are ours, ALLOWED_HOSTS says; the certificate may be a proxy's or a test's.
        https.addCustomizer(new SecureRequestCustomizer(false));
        var files = new TlsFiles(tls);
        var alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        alpn.setDefaultProtocol("http/1.1");
        ServerConnector connector =
                connector(
                        server,
                        options,
                        tls.port(),
                        new SslConnectionFactory(files.context(), alpn.getProtocol()),
                        alpn,
                        withoutConnect(new HTTP2ServerConnectionFactory(https)),
                        new HttpConnectionFactory(https));
        connector.addBean(files);
        connector.addBean(deadline, false);
        return connector;
    }

    /// {@return the port that it listens on without TLS}
    public int port() {
        return plain.getLocalPort();
    }

    /// {@return the port that it listens on with TLS, or -1 where it does not}
    public int tlsPort() {
        return encrypted == null ? -1 : encrypted.getLocalPort();
    }

    /// {@return where a browser on this machine finds it, such as `http://127.0.0.1:8000`}
    public URI address() {
        String host = options.host();
        String reached =
                List.of("0.0.0.0", "::", "").contains(host)
                        ? "127.0.0.1"
                        : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return encrypted == null
                ? URI.create("http://" + reached + ":" + port())
                : URI.create("https://" + reached + ":" + tlsPort());
    }

    /// Waits until it was stopped.
    public void join() throws InterruptedException {
        server.join();
    }

    /// Says that it is about to stop, waits for `HTTP_DRAIN_DELAY`, takes no more requests, waits
    /// for those under way, and frees the port.
    @Override
    public void close() {
        health.drains();
        try {
            if (server.isRunning() && options.drainDelay().isPositive()) {
                Thread.sleep(options.drainDelay());
            }
            conversations.end(options.drainTimeout());
            server.stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception unfinished) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Requests were cut off when the server stopped",
                    unfinished);
        }
    }

    /// Browsers then open WebSockets over HTTP/1.1, which all middleware know as a GET.
    private static <F extends AbstractHTTP2ServerConnectionFactory> F withoutConnect(F http2) {
        http2.setConnectProtocolEnabled(false);
        return http2;
    }

    private static HttpConfiguration configuration(ServerOptions options) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(options.maxHeaderBytes());
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(URIS);
        http.setRelativeRedirectAllowed(true);
        return http;
    }
}
