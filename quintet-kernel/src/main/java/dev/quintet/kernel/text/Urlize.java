package dev.quintet.kernel.text;

import dev.quintet.kernel.text.scan.Chars;
import dev.quintet.kernel.text.scan.Entities;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns web and e-mail addresses in text into links. Django: `urlize`.
///
/// Immutable; linear time. What follows a link (`.`, `,`, `)`) stays outside of it.
///
/// @param nofollow whether links carry `rel="nofollow"`
/// @param limit most characters of a link's text, or `null` for any number
/// @param escape whether the text is plain text, to be escaped
public record Urlize(boolean nofollow, @Nullable Integer limit, boolean escape) {

    private static final int LONGEST_URL = 2048;
    private static final Set<String> ENDINGS =
            Set.of("com", "edu", "gov", "int", "mil", "net", "org");

    /// {@return links without `rel`, of any length, out of plain text}
    public static Urlize plain() {
        return new Urlize(false, null, true);
    }

    /// {@return this, with `rel="nofollow"` on links to web pages}
    public Urlize withNofollow() {
        return new Urlize(true, limit, escape);
    }

    /// {@return this, with the text of links cut to `limit` characters}
    public Urlize trimmedTo(int limit) {
        return new Urlize(nofollow, limit, escape);
    }

    /// {@return this, for text that is HTML already}
    public Urlize withoutEscaping() {
        return new Urlize(nofollow, limit, false);
    }

    /// {@return `text` as HTML with its links}
    public String apply(String text) {
        var out = new StringBuilder(text.length() + 64);
        Map<String, String> known = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean between = between(text.charAt(at));
            while (end < text.length() && between(text.charAt(end)) == between) {
                end++;
            }
            String word = text.substring(at, end);
            out.append(between ? escaped(word) : known.computeIfAbsent(word, this::word));
            at = end;
        }
        return out.toString();
    }

    private static boolean between(char c) {
        return Chars.space(c) || c == '<' || c == '>' || c == '"' || c == '\'';
    }

    private String escaped(String text) {
        return escape ? Escape.html(text) : text;
    }

    private String word(String word) {
        if (word.indexOf('.') < 0 && word.indexOf('@') < 0 && word.indexOf(':') < 0) {
            return escaped(word);
        }
        Trimmed parts = Trimmed.of(word);
        String middle = parts.middle();
        String rel = nofollow ? " rel=\"nofollow\"" : "";
        String url = null;
        if (middle.length() <= LONGEST_URL && withScheme(middle)) {
            url = Uris.smartQuote(Entities.unescape(middle));
        } else if (middle.length() <= LONGEST_URL && withoutScheme(middle)) {
            url = Uris.smartQuote("http://" + Entities.unescape(middle));
        } else if (middle.indexOf(':') < 0 && email(middle)) {
            int sign = middle.lastIndexOf('@');
            String domain =
                    dev.quintet.kernel.text.scan.SplitUrl.punycode(middle.substring(sign + 1));
            if (domain == null) {
                return escaped(word);
            }
            url = "mailto:" + middle.substring(0, sign) + "@" + domain;
            rel = "";
        }
        if (url == null) {
            return escaped(word);
        }
        return escaped(parts.lead())
                + "<a href=\""
                + Escape.html(url)
                + "\""
                + rel
                + ">"
                + escaped(trimmed(middle))
                + "</a>"
                + escaped(parts.trail());
    }

    private String trimmed(String url) {
        Integer most = limit;
        if (most == null || Chars.count(url) <= most) {
            return url;
        }
        return url.substring(0, url.offsetByCodePoints(0, Math.max(0, most - 1))) + "…";
    }

    private static boolean withScheme(String word) {
        int after =
                word.regionMatches(true, 0, "http://", 0, 7)
                        ? 7
                        : word.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
        if (after < 0) {
            return false;
        }
        int host = after < word.length() && word.charAt(after) == '[' ? after + 1 : after;
        return host < word.length() && Chars.word(word.codePointAt(host));
    }

    /// `www.` and what follows, or a name under one of the oldest domains, with or without a path.
    private static boolean withoutScheme(String word) {
        if (word.regionMatches(true, 0, "www.", 0, 4)) {
            return true;
        }
        if (word.isEmpty()
                || word.regionMatches(true, 0, "http", 0, 4)
                || !Chars.word(word.codePointAt(0))) {
            return false;
        }
        int sign = word.indexOf('@');
        int stop = sign < 0 ? word.length() : sign;
        for (int dot = word.indexOf('.', 2); dot >= 0 && dot < stop; ) {
            int end = dot + 4;
            if (end <= word.length()
                    && ENDINGS.contains(word.substring(dot + 1, end).toLowerCase(Locale.ROOT))
                    && (end == word.length() || word.charAt(end) == '/')
                    && word.indexOf('\n', end) < 0) {
                return true;
            }
            dot = word.indexOf('.', dot + 1);
        }
        return false;
    }

    private static boolean email(String word) {
        int sign = word.indexOf('@');
        return sign > 0
                && sign == word.lastIndexOf('@')
                && sign < word.length() - 1
                && word.indexOf('.', sign) >= 0
                && word.charAt(sign + 1) != '.';
    }

    /// A word and the punctuation around it.
    private record Trimmed(String lead, String middle, String trail) {

        private static final String CLOSING = ".,:;!";

        static Trimmed of(String word) {
            int start = 0;
            while (start < word.length() && "([".indexOf(word.charAt(start)) >= 0) {
                start++;
            }
            int round = surplus(word, start, '(', ')');
            int square = surplus(word, start, '[', ']');
            int end = word.length();
            int lastAmp = word.lastIndexOf('&');
            boolean trimming = true;
            while (trimming && end > start) {
                int before = end;
                while (round > 0 && end > start && word.charAt(end - 1) == ')') {
                    end--;
                    round--;
                }
                while (square > 0 && end > start && word.charAt(end - 1) == ']') {
                    end--;
                    square--;
                }
                while (end > start && CLOSING.indexOf(word.charAt(end - 1)) >= 0) {
                    while (lastAmp >= end) {
                        lastAmp = word.lastIndexOf('&', lastAmp - 1);
                    }
                    if (word.charAt(end - 1) == ';' && endsReference(word, lastAmp, end, start)) {
                        break;
                    }
                    end--;
                }
                trimming = end < before;
            }
            return new Trimmed(
                    word.substring(0, start), word.substring(start, end), word.substring(end));
        }

        private static boolean endsReference(String word, int amp, int end, int start) {
            if (amp < start || end - amp > 40) {
                return false;
            }
            String reference = word.substring(amp, end);
            String meaning = Entities.unescape(reference);
            return !meaning.equals(reference) && !meaning.endsWith(";");
        }

        private static int surplus(String word, int from, char open, char close) {
            int surplus = 0;
            for (int i = from; i < word.length(); i++) {
                surplus += word.charAt(i) == close ? 1 : word.charAt(i) == open ? -1 : 0;
            }
            return surplus;
        }
    }
}
