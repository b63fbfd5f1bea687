package dev.quintet.http;

import dev.quintet.kernel.settings.Settings;
import java.time.Duration;
import java.util.List;

/// How much a conversation over a {@link WebSocket} takes, and how long it waits. Immutable.
///
/// @param maxMessageBytes the longest message that is taken, in bytes: a longer one ends the
///   conversation with 1009
/// @param queue how many messages are taken before they are read: no more is taken off the network
///   then, and the client has to wait
/// @param pingEvery how often the client is asked whether it is still there
/// @param pongWithin how long after that it may say nothing at all: then the conversation is over
/// @param sendWithin how long the client may take none of what is sent
/// @param protocols of which one is agreed on, the first that the client knows too; none for any
public record WebSocketOptions(
        int maxMessageBytes,
        int queue,
        Duration pingEvery,
        Duration pongWithin,
        Duration sendWithin,
        List<String> protocols) {

    private static final int QUEUE = 8;

    /// Keeps a copy.
    ///
    /// @throws IllegalArgumentException when a size or a time is not above zero
    public WebSocketOptions {
        boolean times =
                pingEvery.isPositive() && pongWithin.isPositive() && sendWithin.isPositive();
        if (maxMessageBytes < 1 || queue < 1 || !times) {
            throw new IllegalArgumentException("Sizes and times are above zero.");
        }
        protocols = List.copyOf(protocols);
    }

    /// {@return what the settings that begin with `WEBSOCKET_` say}
    public static WebSocketOptions of(Settings settings) {
        Duration ping = Duration.ofSeconds(settings.get(HttpSettings.WEBSOCKET_PING_SECONDS));
        return new WebSocketOptions(
                settings.get(HttpSettings.WEBSOCKET_MAX_MESSAGE_SIZE),
                QUEUE,
                ping,
                ping,
                Duration.ofSeconds(30),
                List.of());
    }

    /// {@return these, with other times for pings}
    public WebSocketOptions pings(Duration every, Duration within) {
        return new WebSocketOptions(maxMessageBytes, queue, every, within, sendWithin, protocols);
    }

    /// {@return these, with another longest message}
    public WebSocketOptions maxMessageBytes(int bytes) {
        return new WebSocketOptions(bytes, queue, pingEvery, pongWithin, sendWithin, protocols);
    }

    /// {@return these, agreeing on one of these protocols}
    public WebSocketOptions protocols(String... protocols) {
        return new WebSocketOptions(
                maxMessageBytes, queue, pingEvery, pongWithin, sendWithin, List.of(protocols));
    }
}
