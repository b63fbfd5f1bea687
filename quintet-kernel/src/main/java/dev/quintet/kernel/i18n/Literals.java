package dev.quintet.kernel.i18n;

/// What stands between the quotes of a literal in Java or JavaScript, as the text it means.
final class Literals {

    private static final String PLAIN = "ntrsbf";
    private static final String MEANINGS = "\n\t\r \b\f";

    private final String raw;
    private final boolean java;
    private final StringBuilder out = new StringBuilder();

    private Literals(String raw, boolean java) {
        this.raw = raw;
        this.java = java;
    }

    static String unescape(String raw, boolean java) {
        return raw.indexOf('\\') < 0 ? raw : new Literals(raw, java).text();
    }

    private String text() {
        for (int i = 0; i < raw.length(); ) {
            if (raw.charAt(i) == '\\' && i + 1 < raw.length()) {
                i = escape(i + 1);
            } else {
                out.append(raw.charAt(i++));
            }
        }
        return out.toString();
    }

    /// Reads what follows a backslash; returns where it ends.
    private int escape(int at) {
        char c = raw.charAt(at);
        int known = c == 's' && !java ? -1 : PLAIN.indexOf(c);
        if (known >= 0) {
            out.append(MEANINGS.charAt(known));
            return at + 1;
        }
        if (c == '\n') {
            return at + 1;
        }
        if (c == 'u') {
            return unicode(at + 1);
        }
        if (c == 'x' && !java) {
            return code(at + 1, 2);
        }
        if (c == 'v' && !java) {
            out.append('\u000B');
            return at + 1;
        }
        if (c >= '0' && c <= '7') {
            return octal(at);
        }
        out.append(c);
        return at + 1;
    }

    private int unicode(int from) {
        int at = from;
        if (!java && at < raw.length() && raw.charAt(at) == '{') {
            int close = raw.indexOf('}', at);
            return close < 0 || close > at + 7 ? at : code(at + 1, close - at - 1) + 1;
        }
        while (java && at < raw.length() && raw.charAt(at) == 'u') {
            at++;
        }
        return code(at, 4);
    }

    /// Reads so many hexadecimal digits; nothing, where they are none.
    private int code(int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < raw.length() ? Character.digit(raw.charAt(i), 16) : -1;
            if (digit < 0) {
                return from;
            }
            value = value * 16 + digit;
        }
        if (Character.isValidCodePoint(value)) {
            out.appendCodePoint(value);
        }
        return from + digits;
    }

    private int octal(int from) {
        int most = raw.charAt(from) <= '3' ? 3 : 2;
        int value = 0;
        int at = from;
        while (at < raw.length()
                && at < from + most
                && raw.charAt(at) >= '0'
                && raw.charAt(at) <= '7') {
            value = value * 8 + raw.charAt(at++) - '0';
        }
        out.append((char) value);
        return at;
    }
}
