package dev.quintet.mail;

/// Writes bytes that are mostly ASCII so that they pass everywhere (RFC 2045, 6.7).
final class QuotedPrintable {

    private static final int LINE = 75;
    private static final String HEX = "0123456789ABCDEF";

    private QuotedPrintable() {}

    /// {@return the text, its lines ending in CRLF as those of `text` do}
    static String encode(byte[] text) {
        var out = new StringBuilder(text.length + text.length / 8);
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            int b = text[i] & 0xff;
            if (b == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                out.append("\r\n");
                column = 0;
                i++;
                continue;
            }
            boolean ends = i + 1 == text.length || text[i + 1] == '\r';
            boolean blank = b == ' ' || b == '\t';
            boolean plain = blank ? !ends : b > ' ' && b < 127 && b != '=';
            int width = plain ? 1 : 3;
            if (column + width > LINE) {
                out.append("=\r\n");
                column = 0;
            }
            if (plain) {
                out.append((char) b);
            } else {
                out.append('=').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
            }
            column += width;
        }
        return out.toString();
    }
}
