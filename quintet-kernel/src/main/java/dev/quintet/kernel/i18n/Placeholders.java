package dev.quintet.kernel.i18n;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts values into the places `%(name)s` and `%(name)d` of a message, as gettext's Python messages
/// have them.
public final class Placeholders {

    private static final int LONGEST_NAME = 100;

    private Placeholders() {}

    /// {@return `message` with the values in their places; `%%` is a percent sign, and a place that
    /// no value is known for stays as it is}
    public static String fill(String message, Map<String, ? extends @Nullable Object> values) {
        int at = message.indexOf('%');
        if (at < 0) {
            return message;
        }
        var out = new StringBuilder(message.length() + 32);
        int done = 0;
        while (at >= 0) {
            out.append(message, done, at);
            done = place(message, at, values, out);
            at = message.indexOf('%', done);
        }
        return out.append(message, done, message.length()).toString();
    }

    private static int place(
            String message,
            int at,
            Map<String, ? extends @Nullable Object> values,
            StringBuilder out) {
        if (message.startsWith("%%", at)) {
            out.append('%');
            return at + 2;
        }
        int close = message.startsWith("%(", at) ? at + 2 : message.length();
        int last = Math.min(message.length() - 1, at + LONGEST_NAME);
        while (close < last && message.charAt(close) != ')') {
            close++;
        }
        if (close < last) {
            String name = message.substring(at + 2, close);
            char kind = message.charAt(close + 1);
            if ((kind == 's' || kind == 'd') && values.containsKey(name)) {
                out.append(values.get(name));
                return close + 2;
            }
        }
        out.append('%');
        return at + 1;
    }
}
