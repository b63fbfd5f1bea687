package dev.quintet.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Server-sent events, as a page's `EventSource` reads them: each is on its way when the call
/// returns. WHATWG HTML, section 9.2.
///
/// ```java
/// static Response ticks(Request request) {
///     return Response.events(events -> {
///         while (true) {
///             events.send("tick", clock.instant().toString());
///             Thread.sleep(1000);
///         }
///     });
/// }
/// ```
///
/// A call throws an {@link IOException} when the client went away: let it pass. Safe for many
/// threads.
public final class EventStream {

    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;

    /// Held while an event is written: events of two threads must not mix, and there is nothing
    /// else that this lock guards.
    private final ReentrantLock writing = new ReentrantLock();

    EventStream(OutputStream out) {
        this.out = out;
    }

    /// Sends an event without a name, which a page hears as `message`.
    public void send(String data) throws IOException {
        send(null, data, null);
    }

    /// Sends an event.
    ///
    /// @param event its name; line breaks are refused
    public void send(String event, String data) throws IOException {
        send(event, data, null);
    }

    /// Sends an event.
    ///
    /// @param event its name, or `null` for none
    /// @param data any text, of any number of lines
    /// @param id what the page sends as `Last-Event-ID` when it comes back, or `null` for none
    /// @throws IllegalArgumentException when name or id hold a line break
    public void send(@Nullable String event, String data, @Nullable String id) throws IOException {
        var text = new StringBuilder(data.length() + 32);
        field(text, "event", event);
        field(text, "id", id);
        for (String line : data.split("\r\n|\r|\n", -1)) {
            text.append("data: ").append(line).append('\n');
        }
        write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Tells the page how long to wait before it comes back after the connection broke.
    public void retryAfter(Duration time) throws IOException {
        write(("retry: " + time.toMillis() + "\n\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Sends nothing that a page hears: keeps proxies from ending a connection that is silent, and
    /// finds out whether the client is still there.
    public void beat() throws IOException {
        write(BEAT);
    }

    private static void field(StringBuilder text, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("The " + name + " of an event is one line");
        }
        text.append(name).append(": ").append(value).append('\n');
    }

    private void write(byte[] bytes) throws IOException {
        writing.lock();
        try {
            out.write(bytes);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /// Sends events until it returns, which ends the stream.
    @FunctionalInterface
    public interface Source {
        /// Sends events.
        ///
        /// @throws IOException when the client went away
        /// @throws InterruptedException when the server stops
        void run(EventStream events) throws IOException, InterruptedException;
    }
}
