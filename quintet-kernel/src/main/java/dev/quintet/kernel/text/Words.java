package dev.quintet.kernel.text;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.text.scan.Chars;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Small changes to plain text. Linear time, whatever comes in; characters outside the basic plane
/// count as one.
public final class Words {

    private static final String KEYS = "22233344455566677778889999";

    private Words() {}

    /// {@return `text` as a part of a URL: lower case ASCII letters, digits, `_` and single `-`}
    ///
    /// Accents are dropped, and so is all that has no ASCII form. Django: `slugify`.
    public static String slugify(String text) {
        var slug = new Slug(text.length());
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x80) {
                slug.add(c);
                i++;
            } else if (c < Latin.END) {
                slug.addAll(Latin.ASCII[c - 0x80]);
                i++;
            } else {
                int end = i + 1;
                while (end < text.length() && text.charAt(end) >= Latin.END) {
                    end++;
                }
                slug.addAll(asciiOf(text.substring(i, end)));
                i = end;
            }
        }
        return slug.toString();
    }

    /// A slug in the making, out of ASCII.
    private static final class Slug {

        /// What a character becomes: itself in lower case, `-` between words, or 0 where it is
        /// dropped.
        private static final char[] MEANINGS = new char[0x80];

        static {
            for (char c = 0; c < MEANINGS.length; c++) {
                MEANINGS[c] =
                        c == '-' || Chars.space(c)
                                ? '-'
                                : Chars.word(c) ? Character.toLowerCase(c) : 0;
            }
        }

        private char[] made;
        private int size;
        private boolean gap;

        Slug(int length) {
            made = new char[length + 8];
        }

        void addAll(String ascii) {
            for (int i = 0; i < ascii.length(); i++) {
                add(ascii.charAt(i));
            }
        }

        void add(char ascii) {
            char meaning = MEANINGS[ascii];
            if (meaning == '-') {
                gap = true;
            } else if (meaning != 0) {
                if (size + 2 > made.length) {
                    made = Arrays.copyOf(made, made.length * 2);
                }
                if (gap) {
                    made[size++] = '-';
                    gap = false;
                }
                made[size++] = meaning;
            }
        }

        @Override
        public String toString() {
            int start = 0;
            int end = size;
            while (start < end && "-_".indexOf(made[start]) >= 0) {
                start++;
            }
            while (end > start && "-_".indexOf(made[end - 1]) >= 0) {
                end--;
            }
            return new String(made, start, end - start);
        }
    }

    /// What is left of text in ASCII when its accents are taken off.
    private static String asciiOf(String text) {
        String plain = Chars.normalize(text, Normalizer.Form.NFKD);
        var ascii = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) < 0x80) {
                ascii.append(plain.charAt(i));
            }
        }
        return ascii.toString();
    }

    /// The letters of Europe, taken apart once: the normalizer is slow to start on each.
    private static final class Latin {
        private static final int END = 0x180;
        private static final String[] ASCII = new String[END - 0x80];

        static {
            for (int c = 0x80; c < END; c++) {
                ASCII[c - 0x80] = asciiOf(Character.toString(c));
            }
        }
    }

    /// {@return `text` as {@link #slugify} makes it, but with the letters of all scripts}
    public static String slugifyUnicode(String text) {
        return hyphenated(Chars.normalize(text, Normalizer.Form.NFKC));
    }

    private static String hyphenated(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            if (c == '-' || Chars.space(c)) {
                gap = true;
            } else if (Chars.word(c)) {
                if (gap) {
                    out.append('-');
                    gap = false;
                }
                out.appendCodePoint(c);
            }
        }
        int start = 0;
        int end = out.length();
        while (start < end && "-_".indexOf(out.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "-_".indexOf(out.charAt(end - 1)) >= 0) {
            end--;
        }
        return out.substring(start, end);
    }

    /// {@return `text` with its first character in upper case}
    public static String capFirst(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    /// {@return the words of a `CamelCase` name in lower case, with spaces between}
    public static String camelCaseToSpaces(String name) {
        var out = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (upper(c)) {
                boolean afterLower =
                        i > 0 && name.charAt(i - 1) >= 'a' && name.charAt(i - 1) <= 'z';
                boolean last =
                        i + 1 == name.length()
                                || (i + 2 == name.length() && name.charAt(i + 1) == '\n');
                if (afterLower || (!last && !upper(name.charAt(i + 1)))) {
                    out.append(' ');
                }
            }
            out.append(c);
        }
        return Chars.strip(out.toString()).toLowerCase(Locale.ROOT);
    }

    private static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /// {@return a phone number with letters, as the digits of the keys they are printed on}
    public static String phoneToDigits(String phone) {
        String lower = phone.toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            out.append(c >= 'a' && c <= 'z' ? KEYS.charAt(c - 'a') : c);
        }
        return out.toString();
    }

    /// {@return `text` with `\\n` for every `\\r\\n` and `\\r`}
    public static String normalizeNewlines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// {@return `text` in lines of at most `width` characters, broken at spaces only}
    ///
    /// Line ends of `text` stay; a word that is longer than a line stands alone.
    public static String wrap(String text, int width) {
        var out = new StringBuilder(text.length() + 16);
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            wrapLine(text.substring(start, end), Math.max(width, 0), out);
            start = end;
        }
        return out.toString();
    }

    private static int lineEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                return i + 2;
            }
            boolean ends =
                    (c >= '\n' && c <= '\r')
                            || (c >= 0x1C && c <= 0x1E)
                            || c == 0x85
                            || c == 0x2028
                            || c == 0x2029;
            if (ends) {
                return i + 1;
            }
        }
        return text.length();
    }

    private static void wrapLine(String line, int width, StringBuilder out) {
        int[] points = line.codePoints().toArray();
        int start = 0;
        while (points.length - start > width) {
            int space = -1;
            for (int i = start + width; i >= start && space < 0; i--) {
                space = points[i] == ' ' ? i : -1;
            }
            for (int i = start + width + 1; i < points.length && space < 0; i++) {
                space = points[i] == ' ' ? i : -1;
            }
            if (space < 0) {
                break;
            }
            append(points, start, space, out);
            out.append('\n');
            start = space + 1;
        }
        append(points, start, points.length, out);
    }

    private static void append(int[] points, int start, int end, StringBuilder out) {
        for (int i = start; i < end; i++) {
            out.appendCodePoint(points[i]);
        }
    }

    /// {@return items as a person lists them: `a, b and c`}
    ///
    /// @param lastWord what stands before the last one, such as `or`; translated by the caller
    public static String list(List<?> items, String lastWord) {
        return list(items, ", ", lastWord);
    }

    /// {@return items as a person lists them}
    ///
    /// @param comma what stands between all but the last two
    /// @param lastWord what stands before the last one
    public static String list(List<?> items, String comma, String lastWord) {
        if (items.isEmpty()) {
            return "";
        }
        String last = String.valueOf(items.getLast());
        if (items.size() == 1) {
            return last;
        }
        List<String> others =
                items.subList(0, items.size() - 1).stream().map(String::valueOf).toList();
        return String.join(comma, others) + " " + lastWord + " " + last;
    }

    /// {@return `name` as the name of a file: letters, digits, `-`, `_` and `.`; spaces become `_`}
    ///
    /// @throws TextException when nothing is left that could name a file
    public static String fileName(String name) {
        String stripped = Chars.strip(name);
        var out = new StringBuilder(stripped.length());
        stripped.codePoints()
                .map(c -> c == ' ' ? '_' : c)
                .filter(c -> Chars.word(c) || c == '-' || c == '.')
                .forEach(out::appendCodePoint);
        String result = out.toString();
        if (result.isEmpty() || result.equals(".") || result.equals("..")) {
            throw new TextException(
                    Problem.of("kernel.E060", "Could not derive file name from '" + name + "'.")
                            .because("A file's name needs a letter or a digit.")
                            .fixedBy("Choose another name."));
        }
        return result;
    }

    /// {@return the words of `text`; quotes hold a word together and stay part of it}
    ///
    /// `a "b c" d='e f'` gives three. Within quotes a backslash makes the next character harmless.
    public static List<String> smartSplit(String text) {
        var words = new ArrayList<String>();
        var deadSingle = new BitSet();
        var deadDouble = new BitSet();
        int at = 0;
        while (at < text.length()) {
            if (Chars.space(text.charAt(at))) {
                at++;
                continue;
            }
            int end = quotedEnd(text, at, deadSingle, deadDouble);
            if (end < 0) {
                end = at;
                while (end < text.length() && !Chars.space(text.charAt(end))) {
                    end++;
                }
            }
            words.add(text.substring(at, end));
            at = end;
        }
        return words;
    }

    /// Where a word with at least one closed quotation in it ends, or -1.
    private static int quotedEnd(String text, int from, BitSet deadSingle, BitSet deadDouble) {
        int good = -1;
        int at = from;
        while (true) {
            while (at < text.length()
                    && !Chars.space(text.charAt(at))
                    && "'\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (good >= 0) {
                good = at;
            }
            if (at >= text.length() || Chars.space(text.charAt(at))) {
                return good;
            }
            char quote = text.charAt(at);
            int close = closing(text, at + 1, quote, quote == '"' ? deadDouble : deadSingle);
            if (close < 0) {
                return good;
            }
            at = close + 1;
            good = at;
        }
    }

    private static int closing(String text, int from, char quote, BitSet dead) {
        int at = from;
        while (at < text.length() && !dead.get(at)) {
            char c = text.charAt(at);
            if (c == quote) {
                return at;
            }
            at += c == '\\' ? 2 : 1;
        }
        for (int i = from; i < text.length() && !dead.get(i); ) {
            dead.set(i);
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return -1;
    }

    /// {@return what a string literal in single or double quotes means}
    ///
    /// @throws TextException when `literal` is not one
    public static String unescapeLiteral(String literal) {
        char quote = literal.isEmpty() ? ' ' : literal.charAt(0);
        boolean closed =
                literal.length() > 1
                        && "'\"".indexOf(quote) >= 0
                        && literal.charAt(literal.length() - 1) == quote;
        if (!closed) {
            throw new TextException(
                    Problem.of("kernel.E061", "Not a string literal: " + literal)
                            .fixedBy("Put it in quotes, \"like this\" or 'like this'."));
        }
        return literal.substring(1, literal.length() - 1)
                .replace("\\" + quote, String.valueOf(quote))
                .replace("\\\\", "\\");
    }
}
