package dev.quintet.kernel.text.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Character references of HTML: `&eacute;`, `&#233;`, `&#xE9;`.
public final class Entities {

    private static final int LONGEST_NAME = 32;
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D"
                    + "\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122"
                    + "\u0161\u203A\u0153\u009D\u017E\u0178";

    /// Read when the first reference is met: most sites never meet one.
    private static final class Names {
        private static final Map<String, String> TABLE = read();
    }

    private Entities() {}

    /// {@return `text` with its character references replaced as a browser does, also without `;`}
    public static String unescape(String text) {
        int amp = text.indexOf('&');
        if (amp < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int done = 0;
        while (amp >= 0) {
            out.append(text, done, amp);
            done = reference(text, amp, out);
            amp = text.indexOf('&', done);
        }
        return out.append(text, done, text.length()).toString();
    }

    /// Writes what the reference at `amp` stands for; returns where it ends.
    private static int reference(String text, int amp, StringBuilder out) {
        int at = amp + 1;
        if (at < text.length() && text.charAt(at) == '#') {
            int end = number(text, at + 1, out);
            if (end > 0) {
                return end;
            }
        } else {
            int end = at;
            while (end < text.length()
                    && end - at < LONGEST_NAME
                    && "\t\n\f <&#;".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end > at) {
                boolean closed = end < text.length() && text.charAt(end) == ';';
                String name = text.substring(at, closed ? end + 1 : end);
                for (int length = name.length(); length > 1; length--) {
                    String meaning = Names.TABLE.get(name.substring(0, length));
                    if (meaning != null) {
                        out.append(meaning);
                        return at + length;
                    }
                }
            }
        }
        out.append('&');
        return at;
    }

    private static int number(String text, int from, StringBuilder out) {
        boolean hex = from < text.length() && (text.charAt(from) | 32) == 'x';
        int start = hex ? from + 1 : from;
        int at = start;
        long value = 0;
        while (at < text.length()) {
            int digit = Chars.hex(text.charAt(at));
            if (digit < 0 || (!hex && digit > 9)) {
                break;
            }
            value = Math.min(value * (hex ? 16 : 10) + digit, Integer.MAX_VALUE);
            at++;
        }
        if (at == start) {
            return -1;
        }
        append(out, value);
        return at < text.length() && text.charAt(at) == ';' ? at + 1 : at;
    }

    private static void append(StringBuilder out, long value) {
        if (value >= 0x80 && value <= 0x9F) {
            out.append(WINDOWS_1252.charAt((int) value - 0x80));
        } else if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
            out.append('\uFFFD');
        } else if (!noncharacter((int) value)) {
            out.appendCodePoint((int) value);
        }
    }

    private static boolean noncharacter(int c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r')
                || c == 0x7F
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c & 0xFFFE) == 0xFFFE;
    }

    private static Map<String, String> read() {
        var table = new HashMap<String, String>(5000);
        var resource = Entities.class.getResourceAsStream("entities.txt");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.split(" ", -1);
                var meaning = new StringBuilder();
                for (int i = 1; i < parts.length; i++) {
                    meaning.appendCodePoint(Integer.parseInt(parts[i], 16));
                }
                table.put(parts[0], meaning.toString());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return table;
    }
}
