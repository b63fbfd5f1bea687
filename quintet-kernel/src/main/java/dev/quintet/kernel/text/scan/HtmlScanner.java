package dev.quintet.kernel.text.scan;

import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cuts loose HTML, as people write it, into tags and text, from left to right and in linear time.
///
/// Follows the lenient rules of Python's `html.parser`, on which Django's text functions rest. A
/// fragment that cannot be a tag is text. What lies in `script` and `style` is text up to their
/// end.
public final class HtmlScanner {

    /// What a piece of HTML is.
    public enum Kind {
        /// Characters between tags.
        TEXT,
        /// `<a href="x">`
        OPEN,
        /// `<br/>`
        OPEN_AND_CLOSE,
        /// `</a>`
        CLOSE,
        /// A comment, declaration or processing instruction.
        REMARK
    }

    private final String html;
    private final boolean whole;
    private final int lastGreater;
    private final int lastSingle;
    private final int lastDouble;
    private @Nullable BitSet dead;
    private int noCommentEndFrom = Integer.MAX_VALUE;
    private int noSectionEndFrom = Integer.MAX_VALUE;
    private int noRawEndFrom = Integer.MAX_VALUE;
    private @Nullable String rawElement;
    private int next;
    private Kind kind = Kind.TEXT;
    private String name = "";
    private int start;
    private int end;

    /// Begins before the first piece.
    ///
    /// @param whole whether a fragment that is cut off at the end counts as text; otherwise it ends
    ///   the scan
    public HtmlScanner(String html, boolean whole) {
        this.html = html;
        this.whole = whole;
        this.lastGreater = html.lastIndexOf('>');
        this.lastSingle = html.lastIndexOf('\'');
        this.lastDouble = html.lastIndexOf('"');
    }

    /// {@return the kind of the current piece}
    public Kind kind() {
        return kind;
    }

    /// {@return the current tag's name in lower case}
    public String name() {
        return name;
    }

    /// {@return the current piece as written}
    public String text() {
        return html.substring(start, end);
    }

    /// Goes to the next piece; returns `false` at the end.
    public boolean advance() {
        if (next >= html.length()) {
            return false;
        }
        start = next;
        if (rawElement != null) {
            return rawText(rawElement);
        }
        int less = html.indexOf('<', start);
        if (less != start) {
            return piece(Kind.TEXT, less < 0 ? html.length() : less);
        }
        int after = markup();
        if (after >= 0) {
            return piece(kind, after);
        }
        if (!whole) {
            next = html.length();
            return false;
        }
        int greater = start < lastGreater ? html.indexOf('>', start + 1) : -1;
        if (greater >= 0) {
            return piece(Kind.TEXT, greater + 1);
        }
        int another = html.indexOf('<', start + 1);
        return piece(Kind.TEXT, another < 0 ? start + 1 : another);
    }

    private boolean piece(Kind kind, int end) {
        this.kind = kind;
        this.end = end;
        this.next = end;
        return true;
    }

    private boolean rawText(String element) {
        int at = start < noRawEndFrom ? rawEnd(element) : -1;
        if (at < 0) {
            noRawEndFrom = start;
            next = html.length();
            return false;
        }
        if (at > start) {
            return piece(Kind.TEXT, at);
        }
        rawElement = null;
        kind = Kind.CLOSE;
        name = element;
        return piece(Kind.CLOSE, html.indexOf('>', at) + 1);
    }

    /// Where `</element>` begins, or -1.
    private int rawEnd(String element) {
        for (int at = html.indexOf("</", start); at >= 0; at = html.indexOf("</", at + 2)) {
            int nameAt = skipSpaces(at + 2);
            if (html.regionMatches(true, nameAt, element, 0, element.length())) {
                int close = skipSpaces(nameAt + element.length());
                if (close < html.length() && html.charAt(close) == '>') {
                    return at;
                }
            }
        }
        return -1;
    }

    /// Reads the markup at `start`, which is a `<`; returns where it ends, or -1 when it is cut
    /// off.
    private int markup() {
        if (start + 1 >= html.length()) {
            return -1;
        }
        char c = html.charAt(start + 1);
        if (Chars.asciiLetter(c)) {
            return startTag();
        }
        kind = Kind.REMARK;
        return switch (c) {
            case '/' -> endTag();
            case '!' -> declaration();
            case '?' -> greaterAfter(start + 2);
            default -> {
                kind = Kind.TEXT;
                yield start + 1;
            }
        };
    }

    private int greaterAfter(int from) {
        int at = from > lastGreater ? -1 : html.indexOf('>', from);
        return at < 0 ? -1 : at + 1;
    }

    private int endTag() {
        int after = greaterAfter(start + 2);
        if (after < 0) {
            return -1;
        }
        int nameAt = skipSpaces(start + 2);
        int at = nameAt;
        while (at < html.length() && endNameChar(html.charAt(at))) {
            at++;
        }
        int close = skipSpaces(at);
        boolean plain =
                at > nameAt && Chars.asciiLetter(html.charAt(nameAt)) && html.charAt(close) == '>';
        if (!plain) {
            nameAt = start + 2;
            if (!Chars.asciiLetter(html.charAt(nameAt))) {
                return after;
            }
            at = tagNameEnd(nameAt);
            close = html.indexOf('>', at);
        }
        kind = Kind.CLOSE;
        name = html.substring(nameAt, at).toLowerCase(Locale.ROOT);
        return close + 1;
    }

    private static boolean endNameChar(char c) {
        return Chars.asciiAlphanumeric(c) || "-.:_".indexOf(c) >= 0;
    }

    private int declaration() {
        if (html.startsWith("<!--", start)) {
            if (start >= noCommentEndFrom) {
                return -1;
            }
            int close = dashesThenGreater(start + 4);
            if (close < 0) {
                noCommentEndFrom = start;
            }
            return close;
        }
        if (html.startsWith("<![", start)) {
            return section();
        }
        return greaterAfter(start + 2);
    }

    private int dashesThenGreater(int from) {
        for (int at = html.indexOf("--", from); at >= 0; at = html.indexOf("--", at + 1)) {
            int close = skipSpaces(at + 2);
            if (close < html.length() && html.charAt(close) == '>') {
                return close + 1;
            }
        }
        return -1;
    }

    /// `<![CDATA[ ... ]]>` and its kin.
    private int section() {
        int nameAt = start + 3;
        int at = nameAt;
        while (at < html.length() && endNameChar(html.charAt(at))) {
            at++;
        }
        String keyword = html.substring(nameAt, at).toLowerCase(Locale.ROOT);
        boolean twice =
                switch (keyword) {
                    case "temp", "cdata", "ignore", "include", "rcdata" -> true;
                    default -> false;
                };
        boolean once = keyword.equals("if") || keyword.equals("else") || keyword.equals("endif");
        if (!twice && !once) {
            return greaterAfter(start + 2);
        }
        if (start >= noSectionEndFrom) {
            return -1;
        }
        for (int bracket = html.indexOf(']', nameAt);
                bracket >= 0;
                bracket = html.indexOf(']', bracket + 1)) {
            int close = skipSpaces(bracket + 1);
            if (twice) {
                if (close >= html.length() || html.charAt(close) != ']') {
                    continue;
                }
                close = skipSpaces(close + 1);
            }
            if (close < html.length() && html.charAt(close) == '>') {
                return close + 1;
            }
        }
        noSectionEndFrom = start;
        return -1;
    }

    private int tagNameEnd(int from) {
        int at = from;
        while (at < html.length() && "\t\n\r\f />\0".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// Reads `<name attributes>`; attributes are skipped, but `>` within quotes is theirs.
    private int startTag() {
        if (start > lastGreater) {
            return -1;
        }
        int nameEnd = tagNameEnd(start + 1);
        var visited = new IntList();
        int at = attributes(nameEnd, visited);
        if (at >= html.length()) {
            return failed(visited);
        }
        char c = html.charAt(at);
        int after;
        if (c == '>') {
            after = at + 1;
        } else if (c == '/' && at + 1 < html.length() && html.charAt(at + 1) == '>') {
            after = at + 2;
        } else if (c == '/' || c == '=' || Chars.asciiLetter(c)) {
            return failed(visited);
        } else {
            kind = Kind.TEXT; // a stray character: no tag at all
            return Math.max(at, start + 1);
        }
        name = html.substring(start + 1, nameEnd).toLowerCase(Locale.ROOT);
        kind = c == '/' ? Kind.OPEN_AND_CLOSE : Kind.OPEN;
        if (kind == Kind.OPEN && (name.equals("script") || name.equals("style"))) {
            rawElement = name;
            noRawEndFrom = Integer.MAX_VALUE;
        }
        return after;
    }

    /// Remembers the places between attributes from where the end cannot be reached, so that a
    /// later tag that comes to one of them gives up at once.
    private int failed(IntList visited) {
        BitSet known = dead;
        if (known == null) {
            known = new BitSet();
            dead = known;
        }
        for (int i = 0; i < visited.size; i++) {
            known.set(visited.values[i]);
        }
        return -1;
    }

    private int attributes(int from, IntList visited) {
        int at = from;
        boolean first = true;
        while (true) {
            int spaced = at;
            while (spaced < html.length()
                    && (Chars.space(html.charAt(spaced)) || html.charAt(spaced) == '/')) {
                spaced++;
            }
            if (spaced < html.length() && html.charAt(spaced) == '>') {
                return spaced > at && html.charAt(spaced - 1) == '/' ? spaced - 1 : spaced;
            }
            if (spaced == html.length() || (first && spaced == from)) {
                return spaced;
            }
            char before = html.charAt(spaced - 1);
            if (!Chars.space(before) && "'\"/".indexOf(before) < 0) {
                return spaced;
            }
            if (dead != null && dead.get(spaced)) {
                return html.length();
            }
            visited.add(spaced);
            first = false;
            int stop = attribute(spaced);
            if (stop < 0) {
                return -stop - 1;
            }
            at = stop;
        }
    }

    /// Returns where an attribute ends; for an unclosed quote, where it breaks off, negated less
    /// one.
    private int attribute(int from) {
        int at = from + 1;
        while (at < html.length()
                && !Chars.space(html.charAt(at))
                && "/=>".indexOf(html.charAt(at)) < 0) {
            at++;
        }
        int equals = skipSpaces(at);
        if (equals >= html.length() || html.charAt(equals) != '=') {
            return at;
        }
        int value = equals;
        while (value < html.length() && html.charAt(value) == '=') {
            value++;
        }
        value = skipSpaces(value);
        if (value >= html.length()) {
            return value;
        }
        char quote = html.charAt(value);
        if (quote == '\'' || quote == '"') {
            boolean open = value >= (quote == '"' ? lastDouble : lastSingle);
            return open ? -equals - 1 : html.indexOf(quote, value + 1) + 1;
        }
        while (value < html.length()
                && html.charAt(value) != '>'
                && !Chars.space(html.charAt(value))) {
            value++;
        }
        return value;
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < html.length() && Chars.space(html.charAt(at))) {
            at++;
        }
        return at;
    }

    private static final class IntList {
        private int[] values = new int[8];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = java.util.Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }
    }
}
