package dev.quintet.http.staticfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Walks once through a style sheet or a script and notes where it refers to other files. What
/// stands in comments and strings is no reference. The time that this takes grows with the text's
/// length and with nothing else, whatever is in it.
final class ReferenceScanner {

    private static final int LONGEST = 2048;
    private static final Set<String> NO_FROM =
            Set.of("function", "class", "const", "let", "var", "default", "async");

    private final String text;
    private final boolean script;
    private final List<Place> found = new ArrayList<>();
    private int at;

    /// A reference.
    ///
    /// @param from where it begins
    /// @param to where it ends
    /// @param module whether it names a module, which may be a bare name
    record Place(int from, int to, boolean module) {}

    private ReferenceScanner(String text, boolean script) {
        this.text = text;
        this.script = script;
    }

    static List<Place> styles(String text) {
        var scanner = new ReferenceScanner(text, false);
        scanner.scanStyles();
        return scanner.found;
    }

    static List<Place> script(String text) {
        var scanner = new ReferenceScanner(text, true);
        scanner.scanScript();
        return scanner.found;
    }

    // Style sheets.

    private void scanStyles() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '"' || c == '\'') {
                skipString(c);
            } else if (c == '@' && word("@import")) {
                at += 7;
                skipSpace();
                noteString(false);
            } else if ((c == 'u' || c == 'U') && word("url(") && !inName(at - 1)) {
                at += 4;
                skipSpace();
                noteUrl();
            } else {
                at++;
            }
        }
    }

    private void noteUrl() {
        if (noteString(false)) {
            return;
        }
        int start = at;
        int most = Math.min(text.length(), at + LONGEST);
        while (at < most && ")\"'(\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at < most && text.charAt(at) == ')') {
            int end = at;
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            found.add(new Place(start, end, false));
        }
    }

    // Scripts.

    private void scanScript() {
        boolean awaitsFrom = false;
        char before = ';';
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '"' || c == '\'') {
                awaitsFrom = false;
                skipString(c);
                before = c;
            } else if (c == '`') {
                skipTemplate();
                before = c;
            } else if (c == '/' && "(,=:[!&|?{};+-*%<>~^".indexOf(before) >= 0) {
                skipRegex();
                before = '/';
            } else if (isName(c)) {
                String word = name();
                boolean keyword = before != '.';
                if (keyword && word.equals("import")) {
                    awaitsFrom = !imported();
                } else if (keyword && word.equals("export")) {
                    awaitsFrom = true;
                } else if (awaitsFrom && word.equals("from")) {
                    skipSpace();
                    awaitsFrom = !noteString(true);
                } else if (NO_FROM.contains(word)) {
                    awaitsFrom = false;
                }
                // After a word that takes a value a slash begins an expression.
                before = word.equals("return") || word.equals("typeof") ? ';' : 'a';
            } else {
                if (c == ';' || c == '=' || c == '(') {
                    awaitsFrom = false;
                }
                if (!Character.isWhitespace(c)) {
                    before = c;
                }
                at++;
            }
        }
    }

    /// After `import`: a module's name, or a call with one.
    private boolean imported() {
        skipSpace();
        if (noteString(true)) {
            return true;
        }
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            skipSpace();
            int size = found.size();
            if (noteString(true)) {
                skipSpace();
                boolean whole = at < text.length() && ",)".indexOf(text.charAt(at)) >= 0;
                if (!whole) {
                    // Only the beginning of a name that is put together.
                    found.subList(size, found.size()).clear();
                }
            }
            return true;
        }
        return false;
    }

    private String name() {
        int start = at;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        return at - start > 16 ? "" : text.substring(start, at);
    }

    private void skipTemplate() {
        at++;
        while (at < text.length() && text.charAt(at) != '`') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipRegex() {
        at++;
        boolean group = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                return;
            }
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                group = true;
            } else if (c == ']') {
                group = false;
            } else if (c == '/' && !group) {
                at++;
                return;
            }
            at++;
        }
    }

    private void lineComment() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        sourceMap(at + 2, end);
        at = end;
    }

    // Both.

    private void comment() {
        int end = text.indexOf("*/", at + 2);
        end = end < 0 ? text.length() : end;
        if (!script) {
            sourceMap(at + 2, end);
        }
        at = Math.min(text.length(), end + 2);
    }

    private void sourceMap(int from, int to) {
        int start = from;
        if (start >= to || "#@".indexOf(text.charAt(start)) < 0) {
            return;
        }
        start++;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        String mark = "sourceMappingURL=";
        if (!text.startsWith(mark, start)) {
            return;
        }
        start += mark.length();
        int end = start;
        while (end < to && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        found.add(new Place(start, end, false));
    }

    /// Notes the string that begins here, if one does.
    private boolean noteString(boolean module) {
        if (at >= text.length()) {
            return false;
        }
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'') {
            return false;
        }
        int start = at + 1;
        skipString(quote);
        boolean closed = at > start && text.charAt(at - 1) == quote;
        if (closed) {
            found.add(new Place(start, at - 1, module));
        }
        return closed;
    }

    /// A string ends at its quote, or at the end of its line.
    private void skipString(char quote) {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                return;
            }
            at += c == '\\' ? 2 : 1;
            if (c == quote) {
                break;
            }
        }
        at = Math.min(at, text.length());
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean word(String word) {
        return text.length() - at >= word.length()
                && text.substring(at, at + word.length()).toLowerCase(Locale.ROOT).equals(word);
    }

    private boolean inName(int index) {
        return index >= 0 && (isName(text.charAt(index)) || text.charAt(index) == '-');
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
