package dev.quintet.http;

import dev.quintet.kernel.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What an answer carries: bytes at hand, or a way to produce them while they are sent.
public sealed interface Body {

    /// {@return no body at all}
    static Body none() {
        return new Bytes(new byte[0]);
    }

    /// Bytes that are at hand.
    ///
    /// @param bytes sent as they are; not copied, so not to be changed by who made this
    @SuppressWarnings("ArrayRecordComponent") // a value on the hot path; identity is enough
    record Bytes(byte[] bytes) implements Body {}

    /// A part of a file on disk, or all of it.
    ///
    /// @param path the file
    /// @param offset the first byte that is sent, counted from 0
    /// @param length how many bytes are sent
    record File(Path path, long offset, long length) implements Body {

        /// {@return its bytes, from the first that is sent to the last; the caller closes it}
        public InputStream open() throws IOException {
            InputStream in = Files.newInputStream(path);
            try {
                in.skipNBytes(offset);
            } catch (IOException tooShort) {
                in.close();
                throw tooShort;
            }
            return new Part(in, length);
        }
    }

    /// Bytes that are read from somewhere while they are sent.
    ///
    /// @param open opens them; called once, on the request's thread, and closed there
    /// @param length how many there are, or -1 when that is not known
    record Stream(Source open, long length) implements Body {}

    /// Bytes that are produced while they are sent: nothing is buffered beyond a packet or two.
    ///
    /// @param writer writes them; called once, on the request's thread
    record Written(Writer writer) implements Body {}

    /// No bytes but a conversation, to which the connection is left.
    ///
    /// @param request that opened it
    /// @param context in which it is held
    /// @param options how much it takes
    /// @param conversation what is said
    record Talk(
            Request request,
            Context context,
            WebSocketOptions options,
            WebSocket.Conversation conversation)
            implements Body {}

    /// Opens the bytes of a body.
    @FunctionalInterface
    interface Source {
        /// {@return the bytes, from the first that is to be sent}
        InputStream open() throws IOException;
    }

    /// Produces the bytes of a body.
    @FunctionalInterface
    interface Writer {
        /// Writes the body; `flush()` sends what was written. An {@link IOException} out of a write
        /// means that the client went away: let it pass.
        void write(OutputStream out) throws IOException;
    }

    /// {@return how many bytes there are, or -1 when that is not known}
    default long size() {
        return switch (this) {
            case Bytes b -> b.bytes().length;
            case File f -> f.length();
            case Stream s -> s.length();
            case Written _, Talk _ -> -1;
        };
    }
}
