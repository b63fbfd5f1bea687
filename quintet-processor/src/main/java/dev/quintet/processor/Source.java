package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;

/// Java source in the making, indented and broken into lines as people would.
final class Source {

    private static final int WIDTH = 100;
    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /// Adds a line of code, or several where it is too long for one.
    void line(String line) {
        code(line, depth);
    }

    /// Adds a doc comment.
    void doc(String words) {
        var line = new StringBuilder("///");
        for (String word : words.split(" ", -1)) {
            if (depth * STEP.length() + line.length() + 1 + word.length() > WIDTH) {
                put(line.toString(), depth);
                line = new StringBuilder("///");
            }
            line.append(' ').append(word);
        }
        put(line.toString().stripTrailing(), depth);
    }

    /// Adds an empty line.
    void gap() {
        text.append('\n');
    }

    /// Adds a line that opens a block.
    void open(String line) {
        line(line + " {");
        depth++;
    }

    /// Closes a block.
    void close() {
        closeWith("}");
    }

    /// Closes a block that is part of a statement.
    void closeWith(String end) {
        depth--;
        line(end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void put(String line, int at) {
        text.append(STEP.repeat(at)).append(line).append('\n');
    }

    private void code(String line, int at) {
        if (at * STEP.length() + line.length() <= WIDTH) {
            put(line, at);
            return;
        }
        List<Integer> breaks = breaks(line);
        if (breaks.isEmpty()) {
            put(line, at);
            return;
        }
        int start = 0;
        for (int end : breaks) {
            part(line.substring(start, end), start == 0 ? at : at + 2);
            start = end;
        }
        part(line.substring(start), at + 2);
    }

    private void part(String part, int at) {
        code(part.strip(), at);
    }

    /// Where a line that is too long is broken: behind an assignment, before the calls of a chain,
    /// or at the arguments of its first call; never within a literal.
    private static List<Integer> breaks(String line) {
        var behindAssignment = new ArrayList<Integer>();
        var beforeCalls = new ArrayList<Integer>();
        var atArguments = new ArrayList<Integer>();
        int nesting = 0;
        boolean open = false;
        for (int at = 0; at < line.length(); at++) {
            switch (line.charAt(at)) {
                case '"' -> at = endOfLiteral(line, at);
                case '(', '<' -> {
                    if (nesting++ == 0 && line.charAt(at) == '(' && atArguments.isEmpty()) {
                        open = line.charAt(at + 1) != ')';
                        if (open) {
                            atArguments.add(at + 1);
                        }
                    }
                }
                case ')' -> {
                    nesting--;
                    open = open && nesting > 0;
                }
                case '>' -> nesting -= line.charAt(at - 1) == '-' ? 0 : 1;
                case ',' -> {
                    if (nesting == 1 && open) {
                        atArguments.add(at + 1);
                    }
                }
                case '.' -> {
                    if (nesting == 0 && at > 0 && line.charAt(at - 1) == ')') {
                        beforeCalls.add(at);
                    }
                }
                case '=' -> {
                    if (nesting == 0 && line.startsWith(" = ", at - 1)) {
                        behindAssignment.add(at + 1);
                    }
                }
                default -> {}
            }
        }
        if (!behindAssignment.isEmpty()) {
            return behindAssignment;
        }
        return beforeCalls.isEmpty() ? atArguments : beforeCalls;
    }

    private static int endOfLiteral(String line, int start) {
        int at = start + 1;
        while (line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    /// A literal of a text.
    static String quoted(String value) {
        var literal = new StringBuilder("\"");
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            switch (letter) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (letter < ' ' || letter > '~') {
                        literal.append("\\u").append("%04x".formatted((int) letter));
                    } else {
                        literal.append(letter);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
