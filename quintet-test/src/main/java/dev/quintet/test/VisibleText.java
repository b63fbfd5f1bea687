package dev.quintet.test;

import dev.quintet.kernel.text.Html;
import java.util.Locale;
import java.util.Set;

/// The text that a reader of an HTML page sees, roughly: enough to look for words in it. One walk
/// over the page, whatever it holds.
final class VisibleText {

    private static final Set<String> WITHIN_WORDS =
            Set.of(
                    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "em", "i", "ins", "kbd",
                    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
                    "time", "u", "var", "wbr");

    private VisibleText() {}

    static String of(String html) {
        var text = new StringBuilder();
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                text.append(html, at, html.length());
                break;
            }
            text.append(html, at, open);
            if (html.startsWith("<!--", open)) {
                at = after(html, "-->", open + 4);
                continue;
            }
            String name = name(html, open + 1);
            if (name.isEmpty()) {
                text.append('<');
                at = open + 1;
                continue;
            }
            at = endOfTag(html, open);
            if (name.equals("script") || name.equals("style")) {
                at = afterIgnoringCase(html, "</" + name, at);
            }
            text.append(WITHIN_WORDS.contains(plain(name)) ? "" : " ");
        }
        return Html.unescape(text.toString()).replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /// {@return the name behind `<`, with a slash before it in an end tag; empty where no tag
    /// begins}
    private static String name(String html, int at) {
        int end = at;
        while (end < html.length()
                && (Character.isLetterOrDigit(html.charAt(end))
                        || (end == at && (html.charAt(end) == '/' || html.charAt(end) == '!')))) {
            end++;
        }
        return html.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /// Steps over attributes, in whose quotes a `>` may stand.
    private static int endOfTag(String html, int open) {
        char quote = 0;
        for (int i = open + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private static int after(String html, String end, int from) {
        int found = html.indexOf(end, from);
        return found < 0 ? html.length() : found + end.length();
    }

    private static int afterIgnoringCase(String html, String end, int from) {
        for (int i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
            if (html.regionMatches(true, i, end, 0, end.length())) {
                return endOfTag(html, i);
            }
        }
        return html.length();
    }
}
