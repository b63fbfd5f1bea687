package dev.quintet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One address that an expression matches, with gaps for its groups: the shortest of what may
/// repeat, the first of a class of characters; what is optional and has groups is both left out and
/// kept.
///
/// @param pieces text, and gaps
/// @param names the gaps' names in order; `_0`, `_1`... for groups without a name
record ReverseForm(List<Piece> pieces, List<String> names) {

    /// Text, or the gap of a name.
    ///
    /// @param text the text, or the gap's name
    /// @param gap whether it is a gap
    record Piece(String text, boolean gap) {}

    /// {@return the forms of an expression; none where it has alternatives, or parts that cannot be
    /// reversed}
    static List<ReverseForm> of(String python) {
        return new Reader(python).forms();
    }

    /// {@return the address, with its gaps filled}
    String fill(Map<String, String> texts) {
        var out = new StringBuilder();
        for (Piece piece : pieces) {
            out.append(piece.gap() ? texts.getOrDefault(piece.text(), "") : piece.text());
        }
        return out.toString();
    }

    private ReverseForm then(ReverseForm next) {
        var morePieces = new ArrayList<>(pieces);
        morePieces.addAll(next.pieces);
        var moreNames = new ArrayList<>(names);
        moreNames.addAll(next.names);
        return new ReverseForm(morePieces, moreNames);
    }

    /// Reads an expression from left to right. Each element is the list of its own forms.
    private static final class Reader {

        private static final ReverseForm NOTHING = new ReverseForm(List.of(), List.of());

        private final String python;
        private int at;
        private int unnamed;
        private boolean hopeless;

        /// The last character read; `escaped` tells whether a backslash stood before it.
        private char c;

        private boolean escaped;

        Reader(String python) {
            this.python = python;
        }

        List<ReverseForm> forms() {
            List<ReverseForm> forms = sequence(false);
            return hopeless ? List.of() : forms;
        }

        private List<ReverseForm> sequence(boolean inside) {
            var elements = new ArrayList<List<ReverseForm>>();
            boolean ended = false;
            while (!ended && !hopeless && next()) {
                if (escaped) {
                    elements.add(text(c));
                    continue;
                }
                switch (c) {
                    case '^' -> {}
                    case '$' -> {
                        at = python.length();
                        ended = true;
                    }
                    case '|' -> hopeless = true;
                    case ')' -> ended = inside;
                    case '[' -> elements.add(characterClass());
                    case '(' -> group(elements);
                    case '*', '?', '+', '{' -> repeat(elements);
                    default -> elements.add(text(c));
                }
            }
            List<ReverseForm> forms = List.of(NOTHING);
            for (List<ReverseForm> element : elements) {
                var longer = new ArrayList<ReverseForm>();
                for (ReverseForm form : forms) {
                    for (ReverseForm next : element) {
                        longer.add(form.then(next));
                    }
                }
                forms = longer;
            }
            return forms;
        }

        /// Reads a character; one that stands for a class becomes a member of it, and what stands
        /// for a place is skipped.
        private boolean next() {
            while (at < python.length()) {
                c = python.charAt(at++);
                escaped = c == '\\' && at < python.length();
                if (!escaped) {
                    return true;
                }
                c = python.charAt(at++);
                int known = "dDsSwW".indexOf(c);
                if (known >= 0) {
                    c = "0x xx!".charAt(known);
                    return true;
                }
                if ("AbBZ".indexOf(c) < 0) {
                    return true;
                }
            }
            return false;
        }

        private List<ReverseForm> characterClass() {
            next();
            List<ReverseForm> first = text(c);
            while (next() && (escaped || c != ']')) {
                // the first stands for all
            }
            return first;
        }

        private void group(List<List<ReverseForm>> elements) {
            if (!python.startsWith("?", at)) {
                elements.add(gap("_" + unnamed++, true));
                skipGroup();
                return;
            }
            int java = python.startsWith("?<", at) ? 2 : 0;
            int named = python.startsWith("?P<", at) ? 3 : java;
            boolean looks =
                    python.startsWith("?=", at)
                            || python.startsWith("?!", at)
                            || python.startsWith("?<=", at)
                            || python.startsWith("?<!", at);
            if (looks) {
                skipGroup();
            } else if (python.startsWith("?:", at)) {
                at += 2;
                elements.add(sequence(true));
            } else if (named > 0 && python.indexOf('>', at) > 0) {
                int end = python.indexOf('>', at);
                elements.add(gap(python.substring(at + named, end), true));
                at = end + 1;
                skipGroup();
            } else if (python.startsWith("?P=", at) && python.indexOf(')', at) > 0) {
                int end = python.indexOf(')', at);
                elements.add(gap(python.substring(at + 3, end), false));
                at = end + 1;
            } else {
                hopeless = true;
            }
        }

        private void skipGroup() {
            int open = 1;
            while (open > 0 && next()) {
                if (!escaped) {
                    open += c == '(' ? 1 : c == ')' ? -1 : 0;
                }
            }
        }

        private void repeat(List<List<ReverseForm>> elements) {
            int least = c == '+' ? 1 : 0;
            if (c == '{') {
                int end = python.indexOf('}', at);
                String counts = end < 0 ? "" : python.substring(at, end);
                String first = counts.split(",", -1)[0].strip();
                if (!first.matches("[0-9]{0,4}") || end < 0) {
                    hopeless = true;
                    return;
                }
                least = first.isEmpty() ? 0 : Integer.parseInt(first);
                at = end + 1;
            }
            if (at < python.length() && "?+".indexOf(python.charAt(at)) >= 0) {
                at++;
            }
            if (elements.isEmpty()) {
                return;
            }
            List<ReverseForm> last = elements.removeLast();
            if (least == 0 && last.stream().anyMatch(Reader::hasGap)) {
                var either = new ArrayList<ReverseForm>();
                either.add(NOTHING);
                either.addAll(last);
                elements.add(either);
            }
            for (int i = 0; i < least; i++) {
                elements.add(last);
            }
        }

        private static boolean hasGap(ReverseForm form) {
            return form.pieces().stream().anyMatch(Piece::gap);
        }

        private static List<ReverseForm> text(char c) {
            return List.of(
                    new ReverseForm(List.of(new Piece(String.valueOf(c), false)), List.of()));
        }

        private static List<ReverseForm> gap(String name, boolean counts) {
            return List.of(
                    new ReverseForm(
                            List.of(new Piece(name, true)), counts ? List.of(name) : List.of()));
        }
    }
}
