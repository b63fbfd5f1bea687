package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a template's source into tokens, in one pass: a tag ends on the line where it begins.
final class Lexer {

    private final String name;
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private @Nullable String verbatim;
    private int line = 1;
    private int lineStart;
    private int counted;
    private int newline = -1;
    private final int[] ends = {-1, -1, -1};

    Lexer(String name, String source) {
        this.name = name;
        this.source = source;
    }

    List<Token> tokens() {
        int text = 0;
        int at = source.indexOf('{');
        while (at >= 0 && at + 1 < source.length()) {
            int kind = "%{#".indexOf(source.charAt(at + 1));
            int end = kind < 0 ? -1 : end(kind, at + 2);
            if (end < 0) {
                at = source.indexOf('{', at + 1);
                continue;
            }
            if (text < at) {
                text(text, at);
            }
            mark(kind, at, end);
            text = end;
            at = source.indexOf('{', end);
        }
        if (text < source.length()) {
            text(text, source.length());
        }
        return tokens;
    }

    /// Where the mark ends that began before `from`, or -1 when it does not end on its line.
    private int end(int kind, int from) {
        if (newline < from && newline != Integer.MAX_VALUE) {
            newline = source.indexOf('\n', from);
            newline = newline < 0 ? Integer.MAX_VALUE : newline;
        }
        if (ends[kind] < from && ends[kind] != Integer.MAX_VALUE) {
            ends[kind] = source.indexOf(kind == 0 ? "%}" : kind == 1 ? "}}" : "#}", from);
            ends[kind] = ends[kind] < 0 ? Integer.MAX_VALUE : ends[kind];
        }
        return ends[kind] < newline && ends[kind] != Integer.MAX_VALUE ? ends[kind] + 2 : -1;
    }

    private void mark(int kind, int from, int to) {
        String content = source.substring(from + 2, to - 2).strip();
        if (verbatim != null) {
            if (!content.equals(verbatim) || kind != 0) {
                text(from, to);
                return;
            }
            verbatim = null;
        } else if (kind == 0 && (content.equals("verbatim") || content.startsWith("verbatim "))) {
            verbatim = "end" + content;
        }
        Token.Kind what =
                switch (kind) {
                    case 0 -> Token.Kind.TAG;
                    case 1 -> Token.Kind.VARIABLE;
                    default -> Token.Kind.COMMENT;
                };
        tokens.add(new Token(what, content, source.substring(from, to), place(from)));
    }

    private void text(int from, int to) {
        String text = source.substring(from, to);
        tokens.add(new Token(Token.Kind.TEXT, text, text, place(from)));
    }

    private Place place(int offset) {
        for (; counted < offset; counted++) {
            if (source.charAt(counted) == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return new Place(name, line, offset - lineStart + 1);
    }
}
