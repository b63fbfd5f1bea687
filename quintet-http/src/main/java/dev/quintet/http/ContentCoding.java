package dev.quintet.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// A way to compress answers, such as `zstd` or `br`, for {@link
/// dev.quintet.http.middleware.Compression}. Found by {@link java.util.ServiceLoader}. Safe for
/// many threads.
public interface ContentCoding {

    /// {@return those that modules bring, and `zstd` where the site has the library
    /// `com.github.luben:zstd-jni` beside it}
    static List<ContentCoding> brought() {
        var all = new ArrayList<ContentCoding>();
        ServiceLoader.load(ContentCoding.class, ContentCoding.class.getClassLoader())
                .forEach(all::add);
        if (Zstandard.isThere() && all.stream().noneMatch(each -> each.name().equals("zstd"))) {
            all.add(new Zstandard());
        }
        return List.copyOf(all);
    }

    /// {@return the name in `Accept-Encoding` and `Content-Encoding`, in lower case}
    String name();

    /// {@return a stream that writes what it gets to `out`, compressed; its `flush` sends what was
    /// written so far, its `close` ends the data and leaves `out` open}
    OutputStream encode(OutputStream out) throws IOException;

    /// {@return bytes compressed ahead of time: as tightly as it can, and to the same each time}
    default byte[] pack(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream(content.length / 3 + 64);
        try (OutputStream encoder = encode(out)) {
            encoder.write(content);
        }
        return out.toByteArray();
    }
}
