package dev.quintet.kernel.validate;

import dev.quintet.kernel.text.scan.Chars;

/// The spelling of hosts' names, in lower case: labels of letters, digits and hyphens, at least two
/// of them, and a last one that is no number.
final class HostNames {

    private static final int LONGEST_LABEL = 63;

    private HostNames() {}

    /// {@return whether `host` is such a name; one dot may end it}
    static boolean dotted(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        int start = 0;
        int labels = 1;
        for (int dot = host.indexOf('.'); dot >= 0 && dot < end; dot = host.indexOf('.', start)) {
            if (!label(host, start, dot)) {
                return false;
            }
            start = dot + 1;
            labels++;
        }
        return labels > 1 && label(host, start, end) && topLevel(host, start, end);
    }

    private static boolean label(String host, int start, int end) {
        boolean fine =
                end > start
                        && end - start <= LONGEST_LABEL
                        && host.charAt(start) != '-'
                        && host.charAt(end - 1) != '-';
        for (int i = start; i < end && fine; i++) {
            char c = host.charAt(i);
            fine = letter(c) || Chars.asciiDigit(c) || c == '-';
        }
        return fine;
    }

    private static boolean topLevel(String host, int start, int end) {
        boolean coded = host.startsWith("xn--", start) && end > start + 4;
        for (int i = coded ? start + 4 : start; i < end; i++) {
            char c = host.charAt(i);
            if (coded ? !Chars.asciiAlphanumeric(c) : !letter(c) && c != '-') {
                return false;
            }
        }
        return end - start >= 2;
    }

    private static boolean letter(char c) {
        return Chars.asciiLetter(c) || c >= 0xA1;
    }
}
