package dev.quintet.forms;

import dev.quintet.forms.widget.ValueText;
import org.jspecify.annotations.Nullable;

/// Numbers as people type them: with white space around, digits of any script.
final class NumberText {

    private static final int LONGEST = 4300;

    private NumberText() {}

    /// {@return the number in ASCII as `BigDecimal` reads it, or `null` when it is none; `Infinity`
    /// and `NaN` are none}
    static @Nullable String of(String typed) {
        String text = ValueText.strip(typed);
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        var out = new StringBuilder(text.length());
        int at = sign(text, 0, out);
        int from = at;
        at = digits(text, at, out);
        int whole = at - from;
        int part = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            out.append('.');
            from = ++at;
            at = digits(text, at, out);
            part = at - from;
        }
        if (at < 0 || whole + part == 0) {
            return null;
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            out.append('E');
            from = sign(text, at + 1, out);
            at = digits(text, from, out);
            if (at == from || at - from > 9) {
                return null;
            }
        }
        return at == text.length() ? out.toString() : null;
    }

    /// {@return the whole number in ASCII, with `.0` taken off; `null` when it is none}
    static @Nullable String whole(String typed) {
        String number = of(typed);
        if (number == null || number.indexOf('E') >= 0) {
            return null;
        }
        int point = number.indexOf('.');
        if (point < 0) {
            return number;
        }
        for (int i = point + 1; i < number.length(); i++) {
            if (number.charAt(i) != '0') {
                return null;
            }
        }
        return point > 0 && Character.isDigit(number.charAt(point - 1))
                ? number.substring(0, point)
                : null;
    }

    private static int sign(String text, int at, StringBuilder out) {
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            out.append(text.charAt(at));
            return at + 1;
        }
        return at;
    }

    /// Copies digits; a single underscore may stand between two.
    private static int digits(String text, int from, StringBuilder out) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int digit = Character.digit(c, 10);
            if (digit >= 0 && Character.isDigit(c)) {
                out.append((char) ('0' + digit));
                at += Character.charCount(c);
            } else if (c == '_'
                    && at > from
                    && text.charAt(at - 1) != '_'
                    && at + 1 < text.length()
                    && Character.isDigit(text.codePointAt(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }
}
