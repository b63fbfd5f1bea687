package topics;

import static dev.quintet.test.Testing.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quintet.test.Client;
import dev.quintet.test.LiveServer;
import dev.quintet.test.SiteTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import topics.shop.Member;
import topics.shop.Shop;

/// Topics 137 to 141: conversations over a real port.
@SiteTest(Shop.class)
class SocketTopicsTest {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    /// One end of a conversation: what came in.
    private static final class Heard implements WebSocket.Listener {
        private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            words.add(text.toString());
            socket.request(1);
            return null;
        }

        private String next() throws InterruptedException {
            return words.poll(10, TimeUnit.SECONDS);
        }
    }

    private WebSocket open(URI page, String cookie, Heard heard) {
        var builder = http.newWebSocketBuilder();
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        return builder.buildAsync(URI.create("ws" + page.toString().substring(4)), heard).join();
    }

    @Test
    void talksInBothDirections(LiveServer server) throws Exception {
        var heard = new Heard();
        WebSocket socket = open(URI.create(server.url("talk:echo")), "", heard);

        assertThat(heard.next()).isEqualTo("Good morning");
        socket.sendText("hello", true).join();
        assertThat(heard.next()).isEqualTo("You said hello");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Test
    void findsNobodyWhereThereIsNoRouteOrNoUser(LiveServer server) {
        var heard = new Heard();

        assertThat(refusal(URI.create(server.url() + "/talk/nowhere/"), heard)).isEqualTo(404);
        assertThat(refusal(URI.create(server.url("talk:desk", "sales")), heard)).isEqualTo(302);
    }

    private int refusal(URI page, Heard heard) {
        var refused = catchThrowableOfType(CompletionException.class, () -> open(page, "", heard));
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    @Test
    void knowsWhoTalks(LiveServer server, Client client) throws Exception {
        client.login(a(Member.class).with(member -> member.username = "ada").create());
        String cookie = "sessionid=" + client.cookie("sessionid");
        var ada = new Heard();
        var other = new Heard();
        URI desk = URI.create(server.url("talk:desk", "sales"));
        WebSocket first = open(desk, cookie, ada);
        WebSocket second = open(desk, cookie, other);
        first.sendText("ready?", true).join();
        assertThat(ada.next()).isEqualTo("ada: ready?");

        second.sendText("yes", true).join();

        assertThat(ada.next()).isEqualTo("ada: yes");
        first.abort();
        second.abort();
    }
}
