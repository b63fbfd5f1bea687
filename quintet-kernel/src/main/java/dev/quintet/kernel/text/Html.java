package dev.quintet.kernel.text;

import dev.quintet.kernel.text.scan.Chars;
import dev.quintet.kernel.text.scan.Entities;
import dev.quintet.kernel.text.scan.HtmlScanner;

/// Small changes to HTML and from text to HTML. Linear time, whatever comes in.
public final class Html {

    private static final int MOST_PASSES = 50;

    private Html() {}

    /// {@return `text` with its character references (`&eacute;`, `&#39;`) replaced by characters}
    public static String unescape(String text) {
        return Entities.unescape(text);
    }

    /// {@return `html` without its tags and comments}
    ///
    /// The result is text but not safe HTML: a `<` that begins no tag stays, and so do character
    /// references. Escape it where it is written. Django: `strip_tags`.
    public static String stripTags(String html) {
        String text = html;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            if (text.indexOf('<') < 0 || text.indexOf('>') < 0) {
                return text;
            }
            String stripped = withoutTags(text);
            if (count(stripped, '<') == count(text, '<')) {
                return text;
            }
            text = stripped;
        }
        // Tags within tags, fifty deep: no honest author wrote that.
        return text.replace("<", "");
    }

    /// {@return `html` without white space that stands alone between two tags}
    public static String stripSpacesBetweenTags(String html) {
        int greater = html.indexOf('>');
        if (greater < 0) {
            return html;
        }
        var out = new StringBuilder(html.length());
        int done = 0;
        while (greater >= 0) {
            int at = greater + 1;
            while (at < html.length() && Chars.space(html.charAt(at))) {
                at++;
            }
            if (at < html.length() && html.charAt(at) == '<') {
                out.append(html, done, greater + 1);
                done = at;
            }
            greater = html.indexOf('>', at);
        }
        return out.append(html, done, html.length()).toString();
    }

    /// {@return text as paragraphs: `<p>` for each run of blank lines, `<br>` for single line ends}
    ///
    /// @param escape whether `text` is plain text, to be escaped; otherwise it is HTML already
    public static String linebreaks(String text, boolean escape) {
        String flat = Words.normalizeNewlines(text);
        var out = new StringBuilder(flat.length() + 16);
        int start = 0;
        while (true) {
            int end = flat.indexOf("\n\n", start);
            String paragraph = flat.substring(start, end < 0 ? flat.length() : end);
            out.append("<p>")
                    .append((escape ? Escape.html(paragraph) : paragraph).replace("\n", "<br>"))
                    .append("</p>");
            if (end < 0) {
                return out.toString();
            }
            out.append("\n\n");
            start = end;
            while (start < flat.length() && flat.charAt(start) == '\n') {
                start++;
            }
        }
    }

    /// {@return text with `<br>` for each line end}
    ///
    /// @param escape whether `text` is plain text, to be escaped; otherwise it is HTML already
    public static String linebreaksBr(String text, boolean escape) {
        String flat = Words.normalizeNewlines(text);
        return (escape ? Escape.html(flat) : flat).replace("\n", "<br>");
    }

    private static String withoutTags(String html) {
        var out = new StringBuilder(html.length());
        var scanner = new HtmlScanner(html, true);
        while (scanner.advance()) {
            if (scanner.kind() == HtmlScanner.Kind.TEXT) {
                out.append(scanner.text());
            }
        }
        return closedReferences(out.toString());
    }

    /// Django's `strip_tags` closes references such as `&amp ` with the `;` that they lack, and
    /// drops an `&` before the last letter of all; pages that were stripped by it must stay as they
    /// were.
    private static String closedReferences(String text) {
        int amp = text.indexOf('&');
        if (amp < 0) {
            return text;
        }
        var out = new StringBuilder(text.length() + 8);
        int done = 0;
        for (; amp >= 0; amp = text.indexOf('&', amp + 1)) {
            int at = amp + 1;
            if (at + 1 == text.length() && Chars.asciiLetter(text.charAt(at))) {
                out.append(text, done, amp);
                done = at;
                break;
            }
            int end = referenceEnd(text, at);
            if (end > 0 && end < text.length() && text.charAt(end) != ';') {
                out.append(text, done, end).append(';');
                done = end;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int referenceEnd(String text, int from) {
        if (from >= text.length()) {
            return -1;
        }
        int at = from;
        if (Chars.asciiLetter(text.charAt(from))) {
            while (at < text.length()
                    && (Chars.asciiAlphanumeric(text.charAt(at))
                            || text.charAt(at) == '-'
                            || text.charAt(at) == '.')) {
                at++;
            }
            return at;
        }
        if (text.charAt(from) != '#') {
            return -1;
        }
        at++;
        boolean hex = at < text.length() && (text.charAt(at) | 32) == 'x';
        at += hex ? 1 : 0;
        int digits = at;
        while (at < text.length()
                && (hex ? Chars.hex(text.charAt(at)) >= 0 : Chars.asciiDigit(text.charAt(at)))) {
            at++;
        }
        return at > digits ? at : -1;
    }

    private static int count(String text, char wanted) {
        int found = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            found++;
        }
        return found;
    }
}
