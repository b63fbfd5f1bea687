package dev.quintet.kernel.text;

import dev.quintet.kernel.text.scan.HtmlSpecials;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes text harmless where it is written: in HTML, in a JavaScript string, in JSON inside HTML.
///
/// All methods take linear time and return the argument itself when there is nothing to escape.
public final class Escape {

    private static final @Nullable String[] HTML = new @Nullable String[128];
    private static final int LONGEST_REFERENCE = 6;
    private static final boolean[] JS = new boolean[128];
    private static final String HEX = "0123456789ABCDEF";

    static {
        String[] pairs = {"&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", "'", "&#x27;"};
        for (int i = 0; i < pairs.length; i += 2) {
            HTML[pairs[i].charAt(0)] = pairs[i + 1];
        }
        for (int c = 0; c < 128; c++) {
            JS[c] = c < 32 || "\\'\"><&=-;`".indexOf(c) >= 0;
        }
    }

    private Escape() {}

    /// {@return `text` with `& < > " '` as character references: safe in text and quoted
    /// attributes}
    public static String html(String text) {
        var specials = new HtmlSpecials(text);
        int at = specials.next(0);
        if (at == text.length()) {
            return text;
        }
        char[] out = new char[text.length() + text.length() / 8 + LONGEST_REFERENCE];
        int done = 0;
        int size = 0;
        for (; at < text.length(); at = specials.next(at + 1)) {
            String reference = Objects.requireNonNull(HTML[text.charAt(at)]);
            int least = size + at - done + LONGEST_REFERENCE;
            if (out.length < least) {
                out = Arrays.copyOf(out, Math.max(least, out.length + out.length / 2));
            }
            text.getChars(done, at, out, size);
            size += at - done;
            reference.getChars(0, reference.length(), out, size);
            size += reference.length();
            done = at + 1;
        }
        int rest = text.length() - done;
        if (out.length < size + rest) {
            out = Arrays.copyOf(out, size + rest);
        }
        text.getChars(done, text.length(), out, size);
        return new String(out, 0, size + rest);
    }

    /// Writes `text` to `out`, escaped as by {@link #html(String)}.
    public static void html(String text, StringBuilder out) {
        out.append(html(text));
    }

    /// {@return a value as HTML: a {@link SafeString} as it is, anything else as escaped text}
    ///
    /// Django: `conditional_escape`.
    public static SafeString conditional(Object value) {
        return value instanceof SafeString safe
                ? safe
                : new SafeString(html(String.valueOf(value)));
    }

    /// {@return `text` for the inside of a quoted JavaScript string, safe within HTML attributes
    /// and `script` elements too}
    ///
    /// Does not make text safe outside of quotes. Django: `escapejs`.
    public static String js(String text) {
        int at = 0;
        while (at < text.length() && !jsSpecial(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() + 32).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (jsSpecial(c)) {
                unicode(c, out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// {@return JSON, as any writer made it, that cannot end the `script` element it stands in}
    ///
    /// `<`, `>` and `&` only occur inside strings of JSON, where `\\u003C` means the same.
    public static String json(String json) {
        StringBuilder out = null;
        int done = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&') {
                if (out == null) {
                    out = new StringBuilder(json.length() + 32);
                }
                unicode(c, out.append(json, done, i));
                done = i + 1;
            }
        }
        return out == null ? json : out.append(json, done, json.length()).toString();
    }

    private static boolean jsSpecial(char c) {
        return c < 128 ? JS[c] : c == '\u2028' || c == '\u2029';
    }

    private static void unicode(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 15));
        }
    }
}
