package dev.quintet.template;

import dev.quintet.template.value.Compare;
import dev.quintet.template.value.Truth;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tags that decide what is shown: ifchanged, with, cycle, resetcycle, firstof.
final class FlowTags {

    private static final String CYCLES = "cycles";
    private static final String LAST_CYCLE = "last cycle";

    private FlowTags() {}

    static Node compileIfChanged(Parser parser, Token tag) {
        List<String> words = tag.split();
        List<Value> watched = parser.values(tag, words.subList(1, words.size()));
        NodeList same = parser.parse(List.of("else", "endifchanged"));
        NodeList other = null;
        if (parser.next().command().equals("else")) {
            other = parser.parse(List.of("endifchanged"));
            parser.next();
        }
        NodeList otherwise = other;
        Object key = new Object();
        return new Closure(tag.place(), frame -> ifChanged(frame, key, watched, same, otherwise));
    }

    private static void ifChanged(
            Frame frame, Object key, List<Value> watched, NodeList body, @Nullable NodeList other) {
        Object loop = frame.get("forloop");
        String shown = null;
        Object now;
        if (watched.isEmpty()) {
            shown = frame.capture(body);
            now = shown;
        } else {
            var values = new ArrayList<@Nullable Object>();
            for (Value value : watched) {
                values.add(value.orNull(frame));
            }
            now = values;
        }
        ForLoop turns = loop instanceof ForLoop known ? known : null;
        var last = (Seen) (turns == null ? frame.state(key) : turns.state(key));
        if (last == null || !Compare.equal(last.value, now)) {
            var seen = new Seen(now);
            if (turns == null) {
                frame.remember(key, seen);
            } else {
                turns.remember(key, seen);
            }
            if (shown == null) {
                body.render(frame);
            } else {
                frame.out.text(shown);
            }
        } else if (other != null) {
            other.render(frame);
        }
    }

    private record Seen(Object value) {}

    static Node compileWith(Parser parser, Token tag) {
        var words = new ArrayList<>(tag.split());
        words.removeFirst();
        Map<String, Value> assigned = parser.assignments(tag, words, true);
        if (assigned.isEmpty()) {
            throw parser.error(tag, "'with' expected at least one variable assignment");
        }
        if (!words.isEmpty()) {
            throw parser.error(tag, "'with' received an invalid token: '" + words.getFirst() + "'");
        }
        NodeList body = parser.parse(List.of("endwith"), () -> withTypes(parser, assigned));
        parser.next();
        String[] names = assigned.keySet().toArray(String[]::new);
        Value[] values = assigned.values().toArray(Value[]::new);
        return new Closure(
                tag.place(),
                frame -> {
                    int mark = frame.mark();
                    try {
                        bind(frame, names, values);
                        body.render(frame);
                    } finally {
                        frame.undo(mark);
                    }
                });
    }

    private static Map<String, @Nullable Type> withTypes(
            Parser parser, Map<String, Value> assigned) {
        var all = new HashMap<String, @Nullable Type>();
        ContextTypes types = parser.types;
        if (types != null) {
            assigned.forEach((name, value) -> all.put(name, types.of(value)));
        }
        return all;
    }

    /// Evaluates all values, then binds them.
    static void bind(Frame frame, String[] names, Value[] values) {
        var found = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            found[i] = values[i].get(frame);
        }
        for (int i = 0; i < names.length; i++) {
            frame.set(names[i], found[i]);
        }
    }

    /// The place of a cycle in its values, kept by the frame.
    private static final class Turn {
        int index = -1;
    }

    private record Cycle(List<Value> values, @Nullable String name, boolean silent, Object key) {

        void render(Frame frame) {
            var turn = (Turn) frame.state(key);
            if (turn == null) {
                turn = new Turn();
                frame.remember(key, turn);
            }
            turn.index = (turn.index + 1) % values.size();
            Object value = values.get(turn.index).get(frame);
            if (name != null) {
                frame.setUpward(name, value);
            }
            if (!silent) {
                VariableNode.write(frame, value);
            }
        }
    }

    static Node compileCycle(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() < 2) {
            throw parser.error(tag, "'cycle' tag requires at least two arguments");
        }
        Map<String, Cycle> named = cycles(parser);
        if (words.size() == 2) {
            Cycle known = named.get(words.get(1));
            if (named.isEmpty()) {
                throw parser.error(
                        tag, "No named cycles in template. '" + words.get(1) + "' is not defined");
            }
            if (known == null) {
                throw parser.error(tag, "Named cycle '" + words.get(1) + "' does not exist");
            }
            return new Closure(tag.place(), known::render);
        }
        boolean asForm = words.size() > 4;
        boolean silent = false;
        String name = null;
        int end = words.size();
        if (asForm && words.get(words.size() - 3).equals("as")) {
            if (!words.getLast().equals("silent")) {
                throw parser.error(
                        tag,
                        "Only 'silent' flag is allowed after cycle's name, not '"
                                + words.getLast()
                                + "'.");
            }
            silent = true;
            name = words.get(words.size() - 2);
            end = words.size() - 3;
        } else if (words.size() >= 4 && words.get(words.size() - 2).equals("as")) {
            name = words.getLast();
            end = words.size() - 2;
        }
        List<Value> values = parser.values(tag, words.subList(1, end));
        var cycle = new Cycle(values, name, silent, new Object());
        if (name != null) {
            named.put(name, cycle);
        }
        parser.memory.put(LAST_CYCLE, cycle);
        return new Closure(tag.place(), cycle::render);
    }

    static Node compileResetCycle(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() > 2) {
            throw parser.error(tag, "'resetcycle' tag accepts at most one argument.");
        }
        Cycle cycle;
        if (words.size() == 2) {
            cycle = cycles(parser).get(words.get(1));
            if (cycle == null) {
                throw parser.error(tag, "Named cycle '" + words.get(1) + "' does not exist.");
            }
        } else {
            cycle = (Cycle) parser.memory.get(LAST_CYCLE);
            if (cycle == null) {
                throw parser.error(tag, "No cycles in template.");
            }
        }
        Object key = cycle.key;
        return new Closure(tag.place(), frame -> frame.remember(key, new Turn()));
    }

    @SuppressWarnings("unchecked") // this class alone uses the name
    private static Map<String, Cycle> cycles(Parser parser) {
        return (Map<String, Cycle>)
                parser.memory.computeIfAbsent(CYCLES, _ -> new java.util.HashMap<String, Cycle>());
    }

    static Node compileFirstOf(Parser parser, Token tag) {
        List<String> words = tag.split();
        int end = words.size();
        String name = null;
        if (end >= 4 && words.get(end - 2).equals("as")) {
            name = words.get(end - 1).intern();
            end -= 2;
        }
        if (end < 2) {
            throw parser.error(tag, "'firstof' statement requires at least one argument");
        }
        List<Value> values = parser.values(tag, words.subList(1, end));
        String as = name;
        return new Closure(
                tag.place(),
                frame -> {
                    Object first = null;
                    for (Value value : values) {
                        Object found = value.orNull(frame);
                        if (found != Missing.ABSENT && Truth.of(found)) {
                            first = found;
                            break;
                        }
                    }
                    if (as != null) {
                        frame.set(as, first == null ? "" : Texts.rendered(frame, first));
                    } else if (first != null) {
                        VariableNode.write(frame, first);
                    }
                });
    }
}
