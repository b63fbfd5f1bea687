package dev.quintet.bench.servers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import tools.jackson.databind.json.JsonMapper;

/// The engine alone, as its makers mean it to be used: the limit of what we can reach.
///
/// Its answers have the same headers as ours, because headers cost as well.
public final class BareJetty {

    /// What both servers say.
    static final byte[] HELLO = "Hello, World!".getBytes(StandardCharsets.UTF_8);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The headers that a site's security middleware adds to every answer.
    static final Map<String, String> HEADERS = new LinkedHashMap<>();

    static {
        HEADERS.put("X-Content-Type-Options", "nosniff");
        HEADERS.put("Referrer-Policy", "same-origin");
        HEADERS.put("Cross-Origin-Opener-Policy", "same-origin");
        HEADERS.put("X-Frame-Options", "DENY");
        HEADERS.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        HEADERS.put(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " object-src 'none'; base-uri 'none'");
        HEADERS.put("X-Request-ID", "7132cc1bb8d361815e7efd7a375cb14e");
    }

    private BareJetty() {}

    /// What the JSON route says.
    record Message(String message, int id, boolean ok) {}

    /// Serves until it is killed.
    ///
    /// @param args the port
    public static void main(String... args) throws Exception {
        serve(
                Integer.parseInt(args[0]),
                (request, response, callback) -> {
                    switch (Request.getPathInContext(request)) {
                        case "/plaintext" ->
                                send(response, "text/plain; charset=utf-8", HELLO, callback);
                        case "/json" ->
                                send(
                                        response,
                                        "application/json",
                                        JSON.writeValueAsBytes(
                                                new Message("Hello, World!", 42, true)),
                                        callback);
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /// One request.
    interface Route {
        boolean handle(Request request, Response response, Callback callback) throws Exception;
    }

    static void serve(int port, Route route) throws Exception {
        var pool = new VirtualThreadPool();
        pool.setMaxConcurrentTasks(0);
        var server = new Server(pool);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        var connector =
                new ServerConnector(server, 1, -1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setAcceptQueueSize(4096);
        server.addConnector(connector);
        server.setHandler(
                new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback)
                            throws Exception {
                        return route.handle(request, response, callback);
                    }
                });
        server.start();
    }

    static void send(Response response, String type, byte[] body, Callback callback) {
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, type);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        HEADERS.forEach(headers::put);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
