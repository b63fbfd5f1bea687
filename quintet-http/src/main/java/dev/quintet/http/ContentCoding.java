package dev.quintet.http;

import java.io.IOException;
import java.io.OutputStream;

/// A way to compress answers, such as `zstd` or `br`, for {@link
/// dev.quintet.http.middleware.Compression}. Found by {@link java.util.ServiceLoader}. Safe for
/// many threads.
public interface ContentCoding {

    /// {@return the name in `Accept-Encoding` and `Content-Encoding`, in lower case}
    String name();

    /// {@return a stream that writes what it gets to `out`, compressed; its `flush` sends what was
    /// written so far, its `close` ends the data and leaves `out` open}
    OutputStream encode(OutputStream out) throws IOException;
}
