package dev.quintet.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A conversation with one client, in both directions, for as long as both like: RFC 6455.
///
/// A view opens it by {@link WebSockets#accept}. Whoever reads blocks, on a virtual thread of the
/// conversation's own; whoever sends waits until the network has taken the message. Messages may be
/// sent from many threads, each whole; only one thread reads.
public interface WebSocket {

    /// What is said, in one piece however it came.
    sealed interface Message permits Text, Binary {}

    /// A message of text.
    ///
    /// @param text what it says
    record Text(String text) implements Message {}

    /// A message of bytes.
    ///
    /// @param bytes what it holds; not copied
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Binary(byte[] bytes) implements Message {}

    /// How it ended.
    ///
    /// @param code such as {@link #NORMAL}; 1005 where the client said none, 1006 where it went
    ///   away without a word
    /// @param reason in words, often empty
    record Closed(int code, String reason) {}

    /// All is said.
    int NORMAL = 1000;

    /// The server stops, or the page is left.
    int GOING_AWAY = 1001;

    /// What was said breaks the rules of the conversation.
    int POLICY_VIOLATION = 1008;

    /// A message is longer than it may be.
    int TOO_BIG = 1009;

    /// The server failed.
    int SERVER_ERROR = 1011;

    /// What a conversation does.
    @FunctionalInterface
    interface Conversation {

        /// Talks, until it returns: then the conversation is closed with 1000, or with 1011 after
        /// an exception, which is logged.
        ///
        /// Runs on a thread of its own, in the context of the request: settings, databases, and
        /// what middleware hung on the request are there.
        ///
        /// @throws Exception any; an {@link IOException} of `send` means that the client went away
        void run(WebSocket socket) throws Exception;
    }

    /// {@return the request that opened it}
    Request request();

    /// {@return the protocol that both agreed on, or empty}
    String protocol();

    /// {@return the next message, waited for; `null` once the conversation is closed}
    ///
    /// @throws InterruptedException when its thread is interrupted
    @Nullable Message receive() throws InterruptedException;

    /// {@return the next message, or `null` where none came in this time, or the conversation is
    /// closed: {@link #closed} tells}
    ///
    /// @throws InterruptedException when its thread is interrupted
    @Nullable Message receive(Duration most) throws InterruptedException;

    /// Sends text, and waits until the network has taken it.
    ///
    /// @throws IOException when the client went away, or takes nothing for too long
    void send(String text) throws IOException;

    /// Sends bytes, and waits until the network has taken them.
    ///
    /// @throws IOException when the client went away, or takes nothing for too long
    void send(byte[] bytes) throws IOException;

    /// Ends the conversation; does nothing where it is over.
    ///
    /// @param code 1000 to 1014, or 3000 to 4999
    /// @param reason at most 123 bytes
    void close(int code, String reason);

    /// {@return how it ended, or `null` while it goes on}
    @Nullable Closed closed();
}
