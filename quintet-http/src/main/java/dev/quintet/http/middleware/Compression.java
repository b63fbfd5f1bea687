package dev.quintet.http.middleware;

import dev.quintet.http.AcceptEncoding;
import dev.quintet.http.Body;
import dev.quintet.http.ContentCoding;
import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.kernel.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Compresses answers for clients that take it. Django: `GZipMiddleware`.
///
/// Gzip is built in; a module that brings another {@link ContentCoding} is preferred where the
/// client takes that. Left alone are short answers, parts of a whole, types that are compressed
/// already, and what says `no-transform`. Each answer gets a few random bytes, so that its length
/// tells nothing about secrets in it (the attack called BREACH). A strong `ETag` becomes a weak
/// one.
///
/// List it early, before what computes an `ETag`; or put {@link #route} around single routes.
public final class Compression implements Middleware {

    private static final List<String> PACKED =
            List.of("image/", "video/", "audio/", "font/woff", "application/zip");
    private static final List<String> PACKED_BUT =
            List.of("image/svg", "image/bmp", "image/vnd.microsoft.icon");

    private final List<ContentCoding> codings;
    private final int fewest;

    private Compression(int fewest) {
        this.fewest = fewest;
        var all = new ArrayList<>(ContentCoding.brought());
        all.add(new Gzip());
        this.codings = List.copyOf(all);
    }

    /// {@return compression of all answers of at least `COMPRESSION_MIN_SIZE` bytes}
    public static Compression of(Settings settings) {
        return new Compression(settings.get(MiddlewareSettings.COMPRESSION_MIN_SIZE));
    }

    /// {@return compression for a route}
    public static Compression route() {
        return new Compression(200);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Response response = next.handle(request);
        if (!worthwhile(response)) {
            return response;
        }
        Response told = response.withVary("Accept-Encoding");
        ContentCoding coding = chosen(request);
        return coding == null ? told : compressed(told, coding);
    }

    private boolean worthwhile(Response response) {
        long size = response.body().size();
        boolean plain =
                response.status() == 200
                        || (response.status() >= 400 && response.status() != 416)
                        || response.status() == 201;
        return plain
                && (size < 0 || size >= fewest)
                && response.header("Content-Encoding") == null
                && response.header("Content-Range") == null
                && !String.valueOf(response.header("Cache-Control")).contains("no-transform")
                && !packed(response.header("Content-Type"));
    }

    private static boolean packed(@Nullable String type) {
        if (type == null) {
            return false;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return PACKED.stream().anyMatch(lower::startsWith)
                && PACKED_BUT.stream().noneMatch(lower::startsWith);
    }

    /// The client's best, ours where it likes several the same.
    private @Nullable ContentCoding chosen(Request request) {
        String accepted = request.header("Accept-Encoding");
        if (accepted == null) {
            return null;
        }
        ContentCoding best = null;
        double most = 0;
        for (ContentCoding each : codings) {
            double quality = AcceptEncoding.quality(accepted, each.name());
            if (quality > most) {
                most = quality;
                best = each;
            }
        }
        return best;
    }

    private static Response compressed(Response response, ContentCoding coding) throws IOException {
        Body body = response.body();
        Body smaller;
        if (body instanceof Body.Bytes bytes) {
            var out = new ByteArrayOutputStream(bytes.bytes().length / 2 + 64);
            try (OutputStream encoder = coding.encode(out)) {
                encoder.write(bytes.bytes());
            }
            if (out.size() >= bytes.bytes().length) {
                return response;
            }
            smaller = new Body.Bytes(out.toByteArray());
        } else {
            smaller = new Body.Written(out -> pour(body, coding, out));
        }
        String etag = response.header("ETag");
        Response packed =
                etag == null || etag.startsWith("W/")
                        ? response
                        : response.withHeader("ETag", "W/" + etag);
        return packed.withBody(smaller)
                .withoutHeader("Content-Length")
                .withoutHeader("Accept-Ranges")
                .withHeader(Header.of("Content-Encoding", coding.name()));
    }

    private static void pour(Body body, ContentCoding coding, OutputStream out) throws IOException {
        try (OutputStream encoder = coding.encode(out)) {
            switch (body) {
                case Body.Written written -> written.writer().write(encoder);
                case Body.Stream stream -> {
                    try (InputStream in = stream.open().open()) {
                        in.transferTo(encoder);
                    }
                }
                case Body.File file -> {
                    try (InputStream in = file.open()) {
                        in.transferTo(encoder);
                    }
                }
                case Body.Bytes bytes -> encoder.write(bytes.bytes());
                case Body.Talk _ -> throw new IOException("A conversation is not compressed");
            }
        }
    }
}
