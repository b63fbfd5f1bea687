package dev.quintet.kernel.i18n;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the texts to translate in Java and JavaScript: calls of `gettext` and its kin with
/// literals.
///
/// A lexer, not a parser: strings, comments and brackets are told apart, and literals joined by `+`
/// are one. A comment that begins with `Translators:` goes with the call after it.
final class SourceTexts {

    /// Places of context, text and plural among the arguments; -1 where there is none.
    private record Call(int context, int id, int plural) {}

    private static final Map<String, Call> CALLS = new HashMap<>();

    static {
        for (String end : List.of("", "Lazy", "_lazy", "Noop", "_noop")) {
            CALLS.put("gettext" + end, new Call(-1, 0, -1));
            CALLS.put("ngettext" + end, new Call(-1, 0, 1));
            CALLS.put("pgettext" + end, new Call(0, 1, -1));
            CALLS.put("npgettext" + end, new Call(0, 1, 2));
        }
    }

    private final String source;
    private final String file;
    private final boolean java;
    private final List<Message> found = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private int commentLine;
    private int at;
    private int line = 1;

    private SourceTexts(String source, String file, boolean java) {
        this.source = source;
        this.file = file;
        this.java = java;
    }

    static List<Message> java(String source, String file) {
        return new SourceTexts(source, file, true).scan();
    }

    static List<Message> script(String source, String file) {
        return new SourceTexts(source, file, false).scan();
    }

    private List<Message> scan() {
        String word = "";
        while (at < source.length()) {
            char c = source.charAt(at);
            if (blank()) {
                continue;
            }
            if (Character.isJavaIdentifierStart(c)) {
                word = word();
            } else if (c == '(' && CALLS.containsKey(word)) {
                call(CALLS.get(word));
                word = "";
            } else {
                if (literal() == null) {
                    at++;
                }
                word = "";
            }
        }
        return found;
    }

    private void call(@Nullable Call shape) {
        if (shape == null) {
            return;
        }
        int startLine = line;
        List<String> above = startLine - commentLine <= 2 ? List.copyOf(comments) : List.of();
        comments.clear();
        at++;
        var arguments = new ArrayList<@Nullable String>();
        while (arguments.size() <= Math.max(shape.id(), shape.plural())) {
            String argument = argument();
            arguments.add(argument);
            if (argument == null || at >= source.length() || source.charAt(at) != ',') {
                break;
            }
            at++;
        }
        String id = part(arguments, shape.id());
        String context = part(arguments, shape.context());
        String plural = part(arguments, shape.plural());
        boolean whole =
                (shape.context() < 0 || context != null) && (shape.plural() < 0 || plural != null);
        if (whole && id != null && !id.isEmpty()) {
            found.add(
                    Message.found(context, id, plural, file + ":" + startLine).withComments(above));
        }
        comments.clear();
    }

    private static @Nullable String part(List<@Nullable String> arguments, int index) {
        return index >= 0 && index < arguments.size() ? arguments.get(index) : null;
    }

    /// A literal, or several joined by `+`, up to the `,` or `)` after it; else `null`.
    private @Nullable String argument() {
        var text = new StringBuilder();
        while (true) {
            skipBlanks();
            String part = literal();
            if (part == null) {
                return null;
            }
            text.append(part);
            skipBlanks();
            char c = at < source.length() ? source.charAt(at) : ' ';
            if (c == ',' || c == ')') {
                return text.toString();
            }
            if (c != '+') {
                return null;
            }
            at++;
        }
    }

    private void skipBlanks() {
        while (at < source.length() && blank()) {
            // goes on
        }
    }

    /// Skips white space or a comment; false when there is none.
    private boolean blank() {
        char c = source.charAt(at);
        if (Character.isWhitespace(c)) {
            line += c == '\n' ? 1 : 0;
            at++;
            return true;
        }
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            end = end < 0 ? source.length() : end;
            comment(source.substring(at + 2, end));
            at = end;
            return true;
        }
        if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            end = end < 0 ? source.length() : end + 2;
            comment(source.substring(at + 2, Math.max(at + 2, end - 2)));
            moveTo(end);
            return true;
        }
        return false;
    }

    private void comment(String text) {
        String stripped = text.strip();
        if (stripped.toLowerCase(Locale.ROOT).startsWith("translators")) {
            comments.clear();
            comments.add(stripped.replaceAll("\\s*\\n[\\s*]*", " "));
            commentLine = line;
        } else if (!comments.isEmpty() && line - commentLine == 1 && !stripped.isEmpty()) {
            comments.add(stripped);
            commentLine = line;
        }
    }

    private void moveTo(int end) {
        for (int i = at; i < end; i++) {
            line += source.charAt(i) == '\n' ? 1 : 0;
        }
        at = end;
    }

    private String word() {
        int start = at;
        while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        return source.substring(start, at);
    }

    /// Reads a string literal; `null`, without a move, when there is none. What is no text (a Java
    /// character, a template with holes) is skipped and comes back as `""`.
    private @Nullable String literal() {
        char c = source.charAt(at);
        if (java && source.startsWith("\"\"\"", at)) {
            return textBlock();
        }
        if (c != '"' && c != '\'' && (java || c != '`')) {
            return null;
        }
        int i = at + 1;
        while (i < source.length()
                && source.charAt(i) != c
                && (c == '`' || source.charAt(i) != '\n')) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        int end = Math.min(i, source.length());
        String raw = source.substring(at + 1, end);
        moveTo(Math.min(end + 1, source.length()));
        boolean text = !(java && c == '\'') && !(c == '`' && raw.contains("${"));
        return text ? unescape(raw) : "";
    }

    private String textBlock() {
        int i = at + 3;
        while (i < source.length() && !source.startsWith("\"\"\"", i)) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        int end = Math.min(i, source.length());
        String raw = source.substring(at + 3, end);
        moveTo(Math.min(end + 3, source.length()));
        int first = raw.indexOf('\n');
        return first < 0 ? "" : unescape(raw.substring(first + 1).stripIndent());
    }

    private static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var out = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 >= raw.length()) {
                out.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 's' -> out.append(' ');
                case '\n' -> {}
                case 'u' -> {
                    int digits = i + 1;
                    while (digits < raw.length() && raw.charAt(digits) == 'u') {
                        digits++;
                    }
                    int code = hex(raw, digits);
                    if (code >= 0) {
                        out.append((char) code);
                        i = digits + 3;
                    }
                }
                default -> out.append(escaped);
            }
        }
        return out.toString();
    }

    private static int hex(String raw, int from) {
        if (from + 4 > raw.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
