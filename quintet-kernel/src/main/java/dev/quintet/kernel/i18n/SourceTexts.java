package dev.quintet.kernel.i18n;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the texts to translate in Java and JavaScript: calls of `gettext` and its kin with
/// literals.
///
/// In Java, also what is translated without a mark when it is shown: the sentences of
/// `ValidationError`, and the names and helps that annotations give to models and fields.
///
/// A lexer, not a parser: strings, comments and brackets are told apart, and literals joined by `+`
/// are one. A comment that begins with `Translators:` goes with the call after it.
final class SourceTexts {

    /// Places of context, text and plural among the arguments; -1 where there is none.
    private record Call(int context, int id, int plural) {}

    private static final Map<String, Call> CALLS = new HashMap<>();
    private static final Set<String> BEFORE_VALUES =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "await");
    private static final Call ONE_TEXT = new Call(-1, 0, -1);
    private static final String REFUSAL = "ValidationError";

    /// Attributes of annotations whose values are shown.
    private static final Set<String> SHOWN = Set.of("verboseName", "verboseNamePlural", "help");

    private static final int DEEPEST = 20;

    static {
        for (String end : List.of("", "Lazy", "_lazy", "Noop", "_noop")) {
            CALLS.put("gettext" + end, ONE_TEXT);
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
    private String word = "";

    /// The word before a `.`.
    private String owner = "";

    /// Whether a value may begin here: then a `/` of JavaScript opens a regular expression.
    private boolean valueNext = true;

    private final int depth;

    private SourceTexts(String source, String file, boolean java, int depth) {
        this.source = source;
        this.file = file;
        this.java = java;
        this.depth = depth;
    }

    static List<Message> java(String source, String file) {
        return new SourceTexts(source, file, true, 0).scan();
    }

    static List<Message> script(String source, String file) {
        return new SourceTexts(source, file, false, 0).scan();
    }

    private List<Message> scan() {
        while (at < source.length()) {
            piece();
        }
        return found;
    }

    /// Reads on to the `}` that closes what is open.
    private void scanToBrace() {
        int open = 1;
        while (at < source.length() && open > 0) {
            char c = source.charAt(at);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            piece();
        }
    }

    private void piece() {
        if (blank()) {
            return;
        }
        char c = source.charAt(at);
        if (Character.isJavaIdentifierStart(c)) {
            word = word();
            word = owner.equals(REFUSAL) && word.equals("of") ? REFUSAL : word;
            owner = "";
            valueNext = BEFORE_VALUES.contains(word);
            return;
        }
        if (c == '(' && CALLS.containsKey(word)) {
            call(CALLS.get(word));
            valueNext = false;
        } else if (java && unmarked(c)) {
            valueNext = false;
        } else if (c == '/' && !java && valueNext) {
            expression();
            valueNext = false;
        } else if (literal() != null) {
            valueNext = false;
        } else {
            valueNext = !Character.isJavaIdentifierPart(c) && ")]}".indexOf(c) < 0;
            owner = c == '.' ? word : "";
            at++;
        }
        word = "";
    }

    /// Reads a text that has no mark; false, without a move, where none can stand.
    private boolean unmarked(char next) {
        boolean refusal = next == '(' && word.equals(REFUSAL);
        if (refusal || (next == '=' && SHOWN.contains(word))) {
            call(ONE_TEXT);
            return true;
        }
        if (next == '(' && word.equals("orMany") && !found.isEmpty()) {
            Message one = found.removeLast();
            at++;
            String many = argument();
            found.add(many == null ? one : one.orMany(many));
            return true;
        }
        return false;
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

    /// Skips a regular expression: quotes in it open no string.
    private void expression() {
        boolean set = false;
        for (at++; at < source.length() && source.charAt(at) != '\n'; at++) {
            char c = source.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '/' && !set) {
                at++;
                return;
            } else {
                set = c == '[' || (set && c != ']');
            }
        }
    }

    /// Reads a template literal of JavaScript; what stands in its holes is searched as well, and
    /// the literal is no text then.
    private String template() {
        int start = ++at;
        boolean holes = false;
        while (at < source.length() && source.charAt(at) != '`') {
            if (source.startsWith("${", at) && depth < DEEPEST) {
                holes = true;
                var hole = new SourceTexts(source, file, java, depth + 1);
                hole.at = at + 2;
                hole.line = line;
                hole.scanToBrace();
                found.addAll(hole.found);
                at = hole.at;
                line = hole.line;
            } else {
                moveTo(Math.min(at + (source.charAt(at) == '\\' ? 2 : 1), source.length()));
            }
        }
        String raw = source.substring(start, at);
        at = Math.min(at + 1, source.length());
        return holes ? "" : unescape(raw);
    }

    /// Reads a string literal; `null`, without a move, when there is none. What is no text (a Java
    /// character, a template with holes) is skipped and comes back as `""`.
    private @Nullable String literal() {
        if (at >= source.length()) {
            return null;
        }
        char c = source.charAt(at);
        if (java && source.startsWith("\"\"\"", at)) {
            return textBlock();
        }
        if (c == '`' && !java) {
            return template();
        }
        if (c != '"' && c != '\'') {
            return null;
        }
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != c && source.charAt(i) != '\n') {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        int end = Math.min(i, source.length());
        String raw = source.substring(at + 1, end);
        moveTo(Math.min(end + 1, source.length()));
        return java && c == '\'' ? "" : unescape(raw);
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

    private String unescape(String raw) {
        return Literals.unescape(raw, java);
    }
}
