package dev.quintet.http;

import dev.quintet.kernel.context.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What an engine, or a test, hands over of one request; {@link Request} makes sense of it.
///
/// Asked from the request's thread only.
public interface RequestSource {

    /// {@return the method, in capitals}
    String method();

    /// {@return the path as it was sent, percent escapes and all, beginning with `/`}
    String rawPath();

    /// {@return the query string as it was sent, without `?`, or `null` where there is none}
    @Nullable String rawQuery();

    /// {@return the protocol, such as `HTTP/1.1`}
    String protocol();

    /// {@return whether the connection itself is encrypted}
    boolean secure();

    /// {@return the first value of a header in any case, or `null` where there is none}
    @Nullable String header(String name);

    /// {@return all header fields, in their order}
    Headers headers();

    /// {@return the body's length in bytes, or -1 when it is not known}
    long contentLength();

    /// {@return the body; each call returns the same stream}
    InputStream body() throws IOException;

    /// {@return the numeric address of who opened the connection; a proxy's, where there is one}
    String peerAddress();

    /// {@return the port on which the request came in}
    int localPort();

    /// {@return what tells that the client went away, or that the time for the request is over; the
    /// same each time}
    default Cancellation cancellation() {
        return Cancellation.never();
    }

    /// Tells the client what the answer will need, before it is there: 103, RFC 8297. Does nothing
    /// where the client's protocol has no such thing.
    ///
    /// @throws IOException when the client went away
    default void hint(Headers headers) throws IOException {
        // An engine without early hints sends none.
    }
}
