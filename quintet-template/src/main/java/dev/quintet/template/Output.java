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

    /// A bit for each character that has a meaning in HTML; all of them come before '?'.
    private static final long MARKUP = 1L << '&' | 1L << '<' | 1L << '>' | 1L << '"' | 1L << '\'';

    private static final byte[] AMP = "&amp;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LT = "&lt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GT = "&gt;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] QUOT = "&quot;".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] APOS = "&#x27;".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable OutputStream sink;
    private final long limit;
    private byte[] buffer;
    private int length;
    private boolean held;
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

    /// {@return how many bytes are here that were not handed on}
    int length() {
        return length;
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
        encode(text, false);
    }

    /// Writes text as HTML: what has a meaning there is escaped.
    void escaped(String text) {
        encode(text, true);
    }

    /// Writes a whole number in ASCII digits.
    void number(long number) {
        if (number < 0) {
            text(Long.toString(number));
            return;
        }
        int digits = 1;
        for (long most = 10; digits < 19 && number >= most; most *= 10) {
            digits++;
        }
        if (buffer.length - length < digits) {
            makeRoom(digits);
        }
        byte[] out = buffer;
        int at = length + digits;
        length = at;
        long rest = number;
        do {
            out[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void encode(String text, boolean escape) {
        int count = text.length();
        int from = 0;
        while (true) {
            int to = plainEnd(text, from, count, escape);
            if (from < to) {
                ascii(text, from, to);
            }
            if (to == count) {
                return;
            }
            char c = text.charAt(to);
            if (c < 0x80) {
                bytes(entity(c));
                from = to + 1;
            } else {
                from = wide(text, to, count);
            }
        }
    }

    /// Where the characters end that are written as they are.
    private static int plainEnd(String text, int from, int count, boolean escape) {
        int at = from;
        if (escape) {
            while (at < count) {
                char c = text.charAt(at);
                if (c > '>' ? c >= 0x80 : (MARKUP >>> c & 1) != 0) {
                    break;
                }
                at++;
            }
        } else {
            while (at < count && text.charAt(at) < 0x80) {
                at++;
            }
        }
        return at;
    }

    /// Copies characters that are known to be ASCII.
    @SuppressWarnings("deprecation") // it drops high bytes, of which there are none, and is fast
    private void ascii(String text, int from, int to) {
        int count = to - from;
        if (buffer.length - length < count) {
            makeRoom(count);
        }
        text.getBytes(from, to, buffer, length);
        length += count;
    }

    /// Encodes characters beyond ASCII.
    ///
    /// @return where they end
    private int wide(String text, int from, int count) {
        int at = from;
        while (at < count) {
            char c = text.charAt(at);
            if (c < 0x80) {
                break;
            }
            if (buffer.length - length < 4) {
                makeRoom(4);
            }
            byte[] out = buffer;
            at++;
            if (c < 0x800) {
                out[length++] = (byte) (0xc0 | (c >> 6));
                out[length++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                out[length++] = (byte) (0xe0 | (c >> 12));
                out[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                out[length++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isHighSurrogate(c)
                    && at < count
                    && Character.isLowSurrogate(text.charAt(at))) {
                int point = Character.toCodePoint(c, text.charAt(at++));
                out[length++] = (byte) (0xf0 | (point >> 18));
                out[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
                out[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
                out[length++] = (byte) (0x80 | (point & 0x3f));
            } else {
                out[length++] = '?'; // half a character, as Java's own encoder writes it
            }
        }
        return at;
    }

    private static byte[] entity(char c) {
        return switch (c) {
            case '&' -> AMP;
            case '<' -> LT;
            case '>' -> GT;
            case '"' -> QUOT;
            default -> APOS;
        };
    }

    /// Hands on nothing from here until {@link #finish}: something is still to be put in.
    void hold() {
        held = true;
    }

    /// Puts bytes in the place of others, the first time that they come.
    void replace(byte[] old, byte[] with) {
        int at = find(old);
        if (at < 0) {
            return;
        }
        int rest = at + old.length;
        var longer = new byte[length - old.length + with.length + 16];
        System.arraycopy(buffer, 0, longer, 0, at);
        System.arraycopy(with, 0, longer, at, with.length);
        System.arraycopy(buffer, rest, longer, at + with.length, length - rest);
        length += with.length - old.length;
        buffer = longer;
    }

    private int find(byte[] wanted) {
        for (int at = 0; at + wanted.length <= length; at++) {
            if (Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
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
        if (sink != null && length >= PIECE && !held) {
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
