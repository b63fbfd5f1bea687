package dev.quintet.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Percent-encoding of RFC 3986 over UTF-8, as Python's `quote`, `quote_plus` and `unquote` do it.
final class PercentCoding {

    /// Letters, digits and `_.-~`: never escaped.
    static final BitSet UNRESERVED = unreserved("");

    /// What may stand in a path as it is: Django quotes reversed URLs so.
    static final BitSet PATH = unreserved("!$&'()*+,;=/~:@");

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCoding() {}

    static BitSet unreserved(String more) {
        var safe = new BitSet(128);
        safe.set('a', 'z' + 1);
        safe.set('A', 'Z' + 1);
        safe.set('0', '9' + 1);
        ("_.-~" + more).chars().forEach(safe::set);
        return safe;
    }

    /// {@return `text` with all but `safe` escaped}
    static String quote(String text, BitSet safe) {
        int first = 0;
        while (first < text.length() && isSafe(text.charAt(first), safe)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16).append(text, 0, first);
        byte[] rest = text.substring(first).getBytes(StandardCharsets.UTF_8);
        for (byte b : rest) {
            if (b >= 0 && safe.get(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }

    /// {@return `text` for a query string: spaces become `+`}
    static String quotePlus(String text, BitSet safe) {
        if (text.indexOf(' ') < 0) {
            return quote(text, safe);
        }
        var withSpace = (BitSet) safe.clone();
        withSpace.set(' ');
        return quote(text, withSpace).replace(' ', '+');
    }

    /// {@return `text` with escapes read as UTF-8; what is not UTF-8 becomes U+FFFD, what is no
    /// escape stays}
    static String unquote(String text, boolean plusIsSpace) {
        return unquote(text, plusIsSpace, StandardCharsets.UTF_8);
    }

    /// {@return `text` with escapes read as bytes of `charset`}
    static String unquote(String text, boolean plusIsSpace, Charset charset) {
        int first = 0;
        while (first < text.length()) {
            char c = text.charAt(first);
            if (c == '%' || (plusIsSpace && c == '+')) {
                break;
            }
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length()).append(text, 0, first);
        var bytes = new ByteArrayOutputStream();
        for (int i = first; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.reset();
                int end = i;
                while (end + 2 < text.length()
                        && text.charAt(end) == '%'
                        && hex(text.charAt(end + 1)) >= 0
                        && hex(text.charAt(end + 2)) >= 0) {
                    bytes.write(hex(text.charAt(end + 1)) << 4 | hex(text.charAt(end + 2)));
                    end += 3;
                }
                if (end == i) {
                    out.append('%');
                    i++;
                } else {
                    out.append(bytes.toString(charset));
                    i = end;
                }
            } else {
                out.append(plusIsSpace && c == '+' ? ' ' : c);
                i++;
            }
        }
        return out.toString();
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static boolean isSafe(char c, BitSet safe) {
        return c < 128 && safe.get(c);
    }
}
