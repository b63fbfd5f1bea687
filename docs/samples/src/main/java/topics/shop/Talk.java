package topics.shop;

import static dev.quintet.http.Routes.path;

import dev.quintet.auth.Auth;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.WebSocket;
import dev.quintet.http.WebSockets;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Conversations that go on.
final class Talk {

    static final Routes ROUTES =
            Routes.of(
                    "talk",
                    path("echo/", Talk::echo).name("echo"),
                    path("desk/<slug:room>/", Talk::desk).name("desk").loginRequired());

    private Talk() {}

    static Response echo(Request request) {
        return WebSockets.accept(
                request,
                socket -> {
                    socket.send("Good morning");
                    while (socket.receive() instanceof WebSocket.Text said) {
                        socket.send("You said " + said.text());
                    }
                });
    }

    private static final Map<String, Set<WebSocket>> ROOMS = new ConcurrentHashMap<>();

    static Response desk(Request request, String room) {
        String name = Auth.user(request).username();
        Set<WebSocket> here = ROOMS.computeIfAbsent(room, _ -> ConcurrentHashMap.newKeySet());
        return WebSockets.accept(
                request,
                socket -> {
                    here.add(socket);
                    try {
                        while (socket.receive() instanceof WebSocket.Text said) {
                            tell(here, name + ": " + said.text());
                        }
                    } finally {
                        here.remove(socket);
                    }
                });
    }

    private static void tell(Set<WebSocket> here, String text) {
        here.removeIf(each -> {
            try {
                each.send(text);
                return false;
            } catch (IOException gone) {
                return true;
            }
        });
    }
}
