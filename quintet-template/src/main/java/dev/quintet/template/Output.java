package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects a page as UTF-8 and hands it on in pieces where there is a stream. One thread's own.
final class Output {

    private static final int PIECE = 16 * 1024;
    private static final int SHORT = 64;
    private static final byte[] AMP = "&amp;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LT = "&lt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GT = "&gt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] QUOT = "&quot;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] APOS = "&#x27;".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable OutputStream sink;
    private final long limit;
    private byte[] buffer;
    private int length;
    private long handedOn;

    /// @param limit bytes after which the page is refused
    Output(@Nullable OutputStream sink, long limit, int expected) {
        this.sink = sink;
        this.limit = limit;
        this.buffer = new byte[expected];
    }

    /// {@return an output for a part of this page that is not written yet}
    Output part() {
        return new Output(null, limit - handedOn - length, 256);
    }

    long limit() {
        return limit;
    }

    void bytes(byte[] encoded) {
        int count = encoded.length;
        if (buffer.length - length < count) {
            makeRoom(count);
        }
        System.arraycopy(encoded, 0, buffer, length, count);
        length += count;
    }

    void text(String text) {
        int count = text.length();
        if (count > SHORT) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (buffer.length - length < count) {
            makeRoom(count);
        }
        byte[] out = buffer;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = at;
                bytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return;
            }
            out[at++] = (byte) c;
        }
        length = at;
    }

    void escaped(String text) {
        int count = text.length();
        if (buffer.length - length < count) {
            makeRoom(count);
        }
        byte[] out = buffer;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                length = at;
                escapedSlowly(text, i);
                return;
            }
            out[at++] = (byte) c;
        }
        length = at;
    }

    private void escapedSlowly(String text, int from) {
        int plain = from;
        for (int i = from; i < text.length(); i++) {
            byte[] entity =
                    switch (text.charAt(i)) {
                        case '&' -> AMP;
                        case '<' -> LT;
                        case '>' -> GT;
                        case '"' -> QUOT;
                        case '\'' -> APOS;
                        default -> null;
                    };
            if (entity != null) {
                if (plain < i) {
                    text(text.substring(plain, i));
                }
                bytes(entity);
                plain = i + 1;
            }
        }
        if (plain < text.length()) {
            text(plain == 0 ? text : text.substring(plain));
        }
    }

    /// Hands on what is left.
    void finish() {
        if (sink != null) {
            handOn(sink);
        }
    }

    @Override
    public String toString() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private void makeRoom(int count) {
        if (handedOn + length + count > limit) {
            throw new TemplateRenderException(
                    Problem.of("template.E030", "The page grows over its limit.")
                            .because("At most " + limit + " bytes are allowed.")
                            .fixedBy(
                                    "Show less on one page, or raise the engine's maxOutputBytes."),
                    null);
        }
        if (sink != null && length >= PIECE) {
            handOn(sink);
        }
        if (buffer.length - length < count) {
            long doubled = Math.max(buffer.length * 2L, (long) length + count);
            buffer = Arrays.copyOf(buffer, (int) Math.min(doubled, Integer.MAX_VALUE - 16));
        }
    }

    private void handOn(OutputStream stream) {
        try {
            stream.write(buffer, 0, length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        handedOn += length;
        length = 0;
    }
}
