package dev.quintet.kernel.text.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Finds `& < > " '` in a text.
///
/// Long texts are looked at in steps of eight characters: on each, whose low bytes lie side by side
/// in a `long`, three tests tell whether one of the five is among them.
public final class HtmlSpecials {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONG = 48;
    private static final long ONES = 0x0101010101010101L;
    private static final long TWOS = ONES << 1;
    private static final long HIGH = ONES << 7;
    private static final long QUOTE = ONES * '"';
    private static final long APOSTROPHE = ONES * '\''; // which is & with its lowest bit set
    private static final long GREATER = ONES * '>'; // which is < with its second bit set

    private final String text;
    private final byte @Nullable [] low;

    /// Looks for them in `text`.
    public HtmlSpecials(String text) {
        this.text = text;
        this.low = text.length() < LONG ? null : lowBytes(text);
    }

    /// {@return where the first one is from a place on, or the length of the text}
    public int next(int from) {
        byte[] bytes = low;
        if (bytes == null) {
            return slowly(from);
        }
        int at = from;
        while (true) {
            at = candidate(bytes, at);
            if (at >= bytes.length - 8) {
                return slowly(Math.min(at, bytes.length));
            }
            // another character may have the same low byte
            if (special(text.charAt(at))) {
                return at;
            }
            at++;
        }
    }

    private static int candidate(byte[] bytes, int from) {
        int at = from;
        for (; at <= bytes.length - 8; at += 8) {
            long eight = (long) EIGHT.get(bytes, at);
            long found =
                    (zero((eight | ONES) ^ APOSTROPHE)
                                    | zero((eight | TWOS) ^ GREATER)
                                    | zero(eight ^ QUOTE))
                            & HIGH;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        return at;
    }

    /// The highest bit of the lowest byte that is 0, and perhaps of some above it.
    private static long zero(long bytes) {
        return (bytes - ONES) & ~bytes;
    }

    private int slowly(int from) {
        int at = from;
        while (at < text.length() && !special(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean special(char c) {
        return c <= '>' && (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'');
    }

    @SuppressWarnings("deprecation") // it drops the high bytes: here that is what is wanted
    private static byte[] lowBytes(String text) {
        byte[] low = new byte[text.length()];
        text.getBytes(0, low.length, low, 0);
        return low;
    }
}
