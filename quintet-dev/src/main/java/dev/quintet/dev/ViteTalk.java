package dev.quintet.dev;

import dev.quintet.http.WebSocket.Binary;
import dev.quintet.http.WebSocket.Message;
import dev.quintet.http.WebSocket.Text;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Carries what Vite's server says to a page: which modules changed.
final class ViteTalk implements WebSocket.Listener {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final dev.quintet.http.WebSocket page;
    private final StringBuilder said = new StringBuilder();

    private ViteTalk(dev.quintet.http.WebSocket page) {
        this.page = page;
    }

    /// Carries messages both ways until one side leaves.
    ///
    /// @param address where Vite's server listens, over HTTP
    static void carry(HttpClient client, URI address, dev.quintet.http.WebSocket page)
            throws InterruptedException {
        URI there = URI.create("ws" + address.toString().substring("http".length()));
        WebSocket vite;
        try {
            vite =
                    client.newWebSocketBuilder()
                            .subprotocols(page.protocol())
                            .connectTimeout(CONNECT)
                            .buildAsync(there, new ViteTalk(page))
                            .join();
        } catch (CompletionException silent) {
            page.close(dev.quintet.http.WebSocket.GOING_AWAY, "Vite does not answer.");
            return;
        }
        try {
            for (Message said = page.receive(); said != null; said = page.receive()) {
                switch (said) {
                    case Text text -> vite.sendText(text.text(), true).join();
                    case Binary binary ->
                            vite.sendBinary(ByteBuffer.wrap(binary.bytes()), true).join();
                }
            }
        } catch (CompletionException left) {
            page.close(dev.quintet.http.WebSocket.GOING_AWAY, "Vite went away.");
        } finally {
            vite.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket vite, CharSequence part, boolean last) {
        said.append(part);
        if (last) {
            try {
                page.send(said.toString());
            } catch (IOException left) {
                vite.abort();
            }
            said.setLength(0);
        }
        vite.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket vite, int code, String reason) {
        page.close(dev.quintet.http.WebSocket.GOING_AWAY, "Vite went away.");
        return null;
    }

    @Override
    public void onError(WebSocket vite, Throwable error) {
        page.close(dev.quintet.http.WebSocket.GOING_AWAY, "Vite went away.");
    }
}
