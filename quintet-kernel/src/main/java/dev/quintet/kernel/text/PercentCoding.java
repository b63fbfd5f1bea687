package dev.quintet.kernel.text;

import dev.quintet.kernel.text.scan.Chars;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Percent escapes of URLs, over UTF-8, for code that chooses which characters stay: keep each set
/// of them in a constant. {@link Uris} has the usual ones.
public final class PercentCoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCoding() {}

    /// {@return the set of ASCII letters, digits, `_.-~` and the characters of `more`}
    public static BitSet safe(String more) {
        var set = new BitSet(128);
        for (int c = 0; c < 128; c++) {
            if (Chars.asciiAlphanumeric(c) || "_.-~".indexOf(c) >= 0 || more.indexOf(c) >= 0) {
                set.set(c);
            }
        }
        return set;
    }

    /// {@return `text` with all but the characters of `safe` as `%XX`; a lone surrogate as `%3F`}
    public static String quote(String text, BitSet safe) {
        int first = 0;
        while (first < text.length() && safe.get(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (byte b : text.substring(first).getBytes(StandardCharsets.UTF_8)) {
            append(out, b, safe);
        }
        return out.toString();
    }

    /// {@return `text` for a query: as by {@link #quote}, with `+` for spaces}
    public static String quotePlus(String text, BitSet safe) {
        return quote(text, safe).replace("%20", "+");
    }

    /// Writes one byte to `out`, as itself if `safe` has it.
    static void append(StringBuilder out, byte b, BitSet safe) {
        int value = b & 0xFF;
        if (safe.get(value)) {
            out.append((char) value);
        } else {
            out.append('%').append(HEX[value >> 4]).append(HEX[value & 15]);
        }
    }

    /// {@return `text` with its `%XX` decoded; what is no UTF-8 becomes U+FFFD, what is no escape
    /// stays}
    public static String unquote(String text) {
        return unquote(text, StandardCharsets.UTF_8);
    }

    /// {@return `text` with its `%XX` decoded as `charset`}
    public static String unquote(String text, Charset charset) {
        int at = text.indexOf('%');
        if (at < 0) {
            return text;
        }
        var out = new StringBuilder(text.length()).append(text, 0, at);
        var bytes = new ByteArrayOutputStream();
        while (at < text.length()) {
            int decoded = decodedAt(text, at);
            if (decoded >= 0) {
                bytes.write(decoded);
                at += 3;
                continue;
            }
            flush(bytes, out, charset);
            out.append(text.charAt(at++));
        }
        flush(bytes, out, charset);
        return out.toString();
    }

    /// {@return the byte that the escape at `at` stands for, or -1 where there is no escape}
    static int decodedAt(CharSequence text, int at) {
        if (text.charAt(at) != '%' || at + 2 >= text.length()) {
            return -1;
        }
        int high = Chars.hex(text.charAt(at + 1));
        int low = Chars.hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static void flush(ByteArrayOutputStream bytes, StringBuilder out, Charset charset) {
        if (bytes.size() > 0) {
            out.append(bytes.toString(charset));
            bytes.reset();
        }
    }
}
