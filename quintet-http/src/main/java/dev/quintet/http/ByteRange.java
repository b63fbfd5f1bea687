package dev.quintet.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A part of a body. RFC 9110, section 14.
///
/// @param first its first byte, counted from 0
/// @param length how many bytes it has; 0 where it lies behind the end
record ByteRange(long first, long length) {

    /// {@return the part that a text such as `0-99`, `100-` or `-50` means, or `null` where it
    /// means none}
    static @Nullable ByteRange parse(String text, long size) {
        int dash = text.indexOf('-');
        String from = text.substring(0, dash);
        String to = text.substring(dash + 1);
        if (from.isEmpty() && to.isEmpty()) {
            return null;
        }
        if (from.isEmpty()) {
            long length = Math.min(size, Long.parseLong(to));
            return new ByteRange(size - length, length);
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Long.parseLong(to);
        if (!to.isEmpty() && last < first) {
            return null;
        }
        return new ByteRange(first, Math.max(0, Math.min(last, size - 1) - first + 1));
    }

    static boolean overlap(List<ByteRange> parts) {
        List<ByteRange> sorted =
                parts.stream().sorted(Comparator.comparingLong(ByteRange::first)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            ByteRange before = sorted.get(i - 1);
            if (before.first() + before.length() > sorted.get(i).first()) {
                return true;
            }
        }
        return false;
    }

    String header(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }

    Body of(Body body) {
        return switch (body) {
            case Body.Bytes bytes ->
                    new Body.Bytes(
                            Arrays.copyOfRange(bytes.bytes(), (int) first, (int) (first + length)));
            case Body.File file -> new Body.File(file.path(), file.offset() + first, length);
            case Body.Stream _, Body.Written _, Body.Talk _ ->
                    throw new IllegalArgumentException("Only bytes and files can be cut");
        };
    }

    /// {@return an answer of several parts}
    static Response several(Response whole, List<ByteRange> parts, long size) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        String boundary = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
        String type = whole.header("Content-Type");
        Body body = whole.body();
        Body.Writer writer =
                out -> {
                    for (ByteRange part : parts) {
                        String head =
                                "\r\n--"
                                        + boundary
                                        + (type == null ? "" : "\r\nContent-Type: " + type)
                                        + "\r\nContent-Range: "
                                        + part.header(size)
                                        + "\r\n\r\n";
                        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                        write(part.of(body), out);
                    }
                    out.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
                };
        return whole.withStatus(206)
                .withHeader("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .withBody(new Body.Written(writer));
    }

    private static void write(Body part, OutputStream out) throws IOException {
        if (part instanceof Body.Bytes bytes) {
            out.write(bytes.bytes());
        } else if (part instanceof Body.File file) {
            try (InputStream in = file.open()) {
                in.transferTo(out);
            }
        }
    }
}
