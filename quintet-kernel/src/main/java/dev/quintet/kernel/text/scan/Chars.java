package dev.quintet.kernel.text.scan;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Classes of characters as Django's users know them, which differ from Java's at the edges.
public final class Chars {

    private static final int LONGEST_RUN = 200;

    private static final byte[] SPACE = new byte[128];

    static {
        for (char c : "\t\n\u000B\f\r\u001C\u001D\u001E\u001F ".toCharArray()) {
            SPACE[c] = 1;
        }
    }

    private Chars() {}

    /// {@return whether `c` is white space: Unicode's, the control separators, and no-break spaces}
    public static boolean space(int c) {
        if (c < 0x80) {
            return SPACE[c] == 1;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /// {@return 1 where {@link #space} holds, else 0: for counting without a branch}
    public static int spaceBit(char c) {
        return c < 0x80 ? SPACE[c] : space(c) ? 1 : 0;
    }

    /// {@return whether `c` is a letter, a digit or number of any script, or an underscore}
    public static boolean word(int c) {
        if (c < 128) {
            return asciiAlphanumeric(c) || c == '_';
        }
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /// {@return whether `c` is one of a-z and A-Z}
    public static boolean asciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// {@return whether `c` is one of 0-9}
    public static boolean asciiDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// {@return whether `c` is an ASCII letter or digit}
    public static boolean asciiAlphanumeric(int c) {
        return asciiLetter(c) || asciiDigit(c);
    }

    /// {@return the value of a hexadecimal digit, or -1}
    public static int hex(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    }

    /// {@return whether all of `text` is ASCII}
    public static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /// {@return whether `c` is written over or under the letter before it: its combining class is
    /// not 0}
    ///
    /// The JDK does not tell the class, but it sorts marks by it: U+0334 has the lowest and U+0345
    /// the highest.
    public static boolean combining(int c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        if (type != Character.NON_SPACING_MARK
                && type != Character.COMBINING_SPACING_MARK
                && type != Character.ENCLOSING_MARK) {
            return false;
        }
        String mark = Character.toString(c);
        return Normalizer.normalize(mark + "\u0334", Normalizer.Form.NFD).charAt(0) == '\u0334'
                || Normalizer.normalize("\u0345" + mark, Normalizer.Form.NFD).charAt(0) != '\u0345';
    }

    /// {@return `text` in a normal form, in linear time: a run of more than 200 marks, which no
    /// language has and which the JDK sorts in quadratic time, stays as it is}
    public static String normalize(String text, Normalizer.Form form) {
        StringBuilder out = null;
        int done = 0;
        int run = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && mark(text.charAt(i))) {
                run++;
                continue;
            }
            if (run > LONGEST_RUN) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(Normalizer.normalize(text.substring(done, i - run), form));
                out.append(text, i - run, i);
                done = i;
            }
            run = 0;
        }
        if (out == null) {
            return Normalizer.normalize(text, form);
        }
        return out.append(Normalizer.normalize(text.substring(done), form)).toString();
    }

    /// Low surrogates count, for the marks beyond the basic plane; so may long rows of other signs
    /// from there, which then stay as they are.
    private static boolean mark(char c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.SURROGATE;
    }

    /// {@return `text` without white space at both ends}
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && space(text.charAt(start))) {
            start++;
        }
        while (end > start && space(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /// {@return the number of characters, a surrogate pair being one}
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /// {@return how C, Java and gettext write a character within double quotes, where they may not
    /// write it as it is; `null` for all others}
    public static @Nullable String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> null;
        };
    }
}
