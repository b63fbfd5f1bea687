package dev.quintet.server;

import dev.quintet.http.Body;
import dev.quintet.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;

/// The conversations that go on over WebSockets. Safe for many threads.
final class Conversations {

    private final int most;
    private final Set<JettySocket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable WebSocketMappings doors;
    private volatile boolean ending;

    /// @param most how many may go on at once
    Conversations(int most) {
        this.most = most;
    }

    /// A request of Jetty's, where its answer goes, and what is told when that was sent.
    record Call(Request request, Response response, Callback callback) {}

    /// Turns the request's connection into a conversation, or answers why not.
    void open(Call call, Body.Talk talk) {
        if (ending || open.size() >= most) {
            call.response().getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            Response.writeError(call.request(), call.response(), call.callback(), 503);
            return;
        }
        var socket =
                new JettySocket(talk, call.request().getComponents().getScheduler(), open::remove);
        boolean answered =
                doors(call.request())
                        .upgrade(
                                (request, response, _) -> {
                                    List<String> known = talk.options().protocols();
                                    known.stream()
                                            .filter(request::hasSubProtocol)
                                            .findFirst()
                                            .ifPresent(response::setAcceptedSubProtocol);
                                    // A compressed message may be a thousand times what came.
                                    response.setExtensions(List.of());
                                    open.add(socket);
                                    return socket;
                                },
                                call.request(),
                                call.response(),
                                call.callback(),
                                new Configuration.ConfigurationCustomizer());
        if (!answered) {
            open.remove(socket);
            Response.writeError(call.request(), call.response(), call.callback(), 400);
        }
    }

    private WebSocketMappings doors(Request request) {
        WebSocketMappings known = doors;
        if (known == null) {
            var server = request.getConnectionMetaData().getConnector().getServer();
            known =
                    new WebSocketMappings(
                            WebSocketServerComponents.ensureWebSocketComponents(server));
            doors = known;
        }
        return known;
    }

    /// Takes no more, tells all clients that the server goes, and waits for their conversations.
    void end(Duration most) throws InterruptedException {
        ending = true;
        long end = System.nanoTime() + most.toNanos();
        for (JettySocket each : open) {
            each.close(WebSocket.GOING_AWAY, "The server stops.");
        }
        for (JettySocket each : open) {
            each.await(end - System.nanoTime());
        }
    }
}
