package dev.quintet.processor;

import java.util.List;

/// Java source in the making, indented as people would.
final class Source {

    private static final int WIDTH = 100;
    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /// Adds a line.
    void line(String line) {
        if (!line.isEmpty()) {
            text.append(STEP.repeat(depth)).append(line);
        }
        text.append('\n');
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

    /// Adds a statement: on one line where it fits, else a call a line.
    ///
    /// @param calls each with its dot
    void chain(String head, List<String> calls, String tail) {
        String whole = head + String.join("", calls) + tail;
        if (depth * STEP.length() + whole.length() <= WIDTH || calls.isEmpty()) {
            line(whole);
            return;
        }
        line(head);
        for (int at = 0; at < calls.size(); at++) {
            line(STEP + STEP + calls.get(at) + (at == calls.size() - 1 ? tail : ""));
        }
    }

    /// Adds a call: on one line where it fits, else an argument a line.
    void call(String head, List<String> arguments, String tail) {
        String whole = head + String.join(", ", arguments) + tail;
        if (depth * STEP.length() + whole.length() <= WIDTH) {
            line(whole);
            return;
        }
        line(head);
        for (int at = 0; at < arguments.size(); at++) {
            line(STEP + STEP + arguments.get(at) + (at == arguments.size() - 1 ? tail : ","));
        }
    }

    @Override
    public String toString() {
        return text.toString();
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
                    if (letter < ' ' || letter == '\u007f' || letter > '~') {
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
