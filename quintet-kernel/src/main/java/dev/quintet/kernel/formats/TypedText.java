package dev.quintet.kernel.formats;

/// What readers type, brought to the characters that patterns are written in.
final class TypedText {

    private TypedText() {}

    /// {@return text with ASCII digits for those of any script, plain spaces and apostrophes for
    /// the others, Arabic's separators of numbers as `.` and without its groups, and no marks of
    /// direction}
    static String ascii(String typed) {
        int at = 0;
        while (at < typed.length() && typed.charAt(at) < 0x80) {
            at++;
        }
        if (at == typed.length()) {
            return typed;
        }
        var out = new StringBuilder(typed.length()).append(typed, 0, at);
        while (at < typed.length()) {
            int c = typed.codePointAt(at);
            at += Character.charCount(c);
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                out.append((char) ('0' + digit));
            } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
                out.append(' ');
            } else if (c == '\u2019') {
                out.append('\'');
            } else if (c == '\u066B') {
                out.append('.');
            } else if (c != '\u066C' && c != '\u200E' && c != '\u200F' && c != '\u061C') {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }
}
