package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.util.ArrayList;
import java.util.List;

/// A piece of a template's source.
///
/// @param kind what it is
/// @param content what stands between the braces, stripped; a text as it is
/// @param source the piece as written
/// @param place where it begins
record Token(Kind kind, String content, String source, Place place) {

    enum Kind {
        TEXT,
        VARIABLE,
        TAG,
        COMMENT
    }

    /// {@return the first word}
    String command() {
        for (int i = 0; i < content.length(); i++) {
            if (Character.isWhitespace(content.charAt(i))) {
                return content.substring(0, i);
            }
        }
        return content;
    }

    /// {@return the words of a tag; text in quotes stays whole, also inside a filter}
    List<String> split() {
        return new Splitter(content).words();
    }

    /// Cuts a tag into words in one pass.
    private static final class Splitter {

        private final String text;
        private final List<String> words = new ArrayList<>();
        private boolean noDouble;
        private boolean noSingle;

        Splitter(String text) {
            this.text = text;
        }

        List<String> words() {
            int at = 0;
            while (at < text.length()) {
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else {
                    int end = wordEnd(at);
                    words.add(text.substring(at, end));
                    at = end;
                }
            }
            return joinTranslations();
        }

        private int wordEnd(int from) {
            int at = plainEnd(from);
            boolean quoted = false;
            while (at < text.length() && isQuote(text.charAt(at))) {
                int close = close(at);
                if (close < 0) {
                    break;
                }
                quoted = true;
                at = plainEnd(close + 1);
            }
            if (quoted) {
                return at;
            }
            at = from;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        private int plainEnd(int from) {
            int at = from;
            while (at < text.length()
                    && !isQuote(text.charAt(at))
                    && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at;
        }

        /// The closing quote; a quote that once was not closed is not looked for again, so that the
        /// time stays linear.
        private int close(int open) {
            char quote = text.charAt(open);
            if (quote == '"' ? noDouble : noSingle) {
                return -1;
            }
            for (int at = open + 1; at < text.length(); at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                } else if (text.charAt(at) == quote) {
                    return at;
                }
            }
            noDouble |= quote == '"';
            noSingle |= quote == '\'';
            return -1;
        }

        /// `_("a b")` with a filter's argument that has spaces comes in pieces: joins them again.
        private List<String> joinTranslations() {
            var joined = new ArrayList<String>(words.size());
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.startsWith("_(\"") || word.startsWith("_('")) {
                    String end = word.charAt(2) + ")";
                    var whole = new StringBuilder(word);
                    while (!word.endsWith(end) && i + 1 < words.size()) {
                        word = words.get(++i);
                        whole.append(' ').append(word);
                    }
                    joined.add(whole.toString());
                } else {
                    joined.add(word);
                }
            }
            return joined;
        }

        private static boolean isQuote(char c) {
            return c == '"' || c == '\'';
        }
    }
}
