package dev.quintet.template;

import dev.quintet.kernel.error.Problem;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One rendering: the variables, where the page goes, and what the tags remember. One thread's own.
///
/// Variables are bound shallowly: one table of name and value, and a trail of what was there
/// before, which {@link #undo} rolls back where a tag's scope ends.
final class Frame {

    final TemplateEngine engine;
    Output out;
    boolean autoescape;
    boolean localize;
    boolean localtime;
    @Nullable ZoneId zone;
    Blocks blocks = Blocks.NONE;
    @Nullable BlockRef block;
    boolean extending;
    @Nullable ForLoop loop;
    Template template;

    private String[] names = new String[32];
    private @Nullable Object[] values = new @Nullable Object[32];
    private int bound;
    private int[] trailAt = new int[16];
    private @Nullable Object[] trailWas = new @Nullable Object[16];
    private int trail;
    private @Nullable IdentityHashMap<Object, Object> states;
    private final PageState page;
    private int depth;
    private @Nullable Frame outer;

    /// What a component's slots are filled with, where this is a component's frame.
    @Nullable Fills fills;

    Frame(TemplateEngine engine, Template template, Output out) {
        this(engine, template, out, new PageState(engine, out));
    }

    private Frame(TemplateEngine engine, Template template, Output out, PageState page) {
        this.engine = engine;
        this.page = page;
        this.template = template;
        this.out = out;
        this.autoescape = engine.autoescape();
        this.localize = engine.localize();
        this.localtime = engine.localTimes();
    }

    /// {@return a frame without this one's variables, writing to the same page}
    Frame isolated() {
        var frame = new Frame(engine, template, out, page);
        frame.autoescape = autoescape;
        frame.localize = localize;
        frame.localtime = localtime;
        frame.zone = zone;
        frame.depth = depth;
        frame.outer = this;
        return frame;
    }

    /// {@return the value of a variable, or {@link Missing#ABSENT}}
    @Nullable Object get(String name) {
        int at = find(name);
        return at < 0 ? Missing.ABSENT : values[at];
    }

    /// {@return where in the table a variable is, or -1}
    int find(String name) {
        int mask = names.length - 1;
        for (int at = name.hashCode() & mask; ; at = (at + 1) & mask) {
            String there = names[at];
            if (there == null) {
                return -1;
            }
            if (there.equals(name)) {
                return at;
            }
        }
    }

    /// {@return whether this place of the table is of this name, by identity}
    @SuppressWarnings("ReferenceEquality") // a fast answer; find() gives the right one
    boolean isAt(int at, String name) {
        return at < names.length && names[at] == name;
    }

    @Nullable Object at(int at) {
        return values[at];
    }

    /// Binds a variable until the scope that was last marked is undone.
    ///
    /// @return where in the table it is, until the next variable is bound
    int set(String name, @Nullable Object value) {
        int at = place(name);
        if (trail == trailAt.length) {
            trailAt = java.util.Arrays.copyOf(trailAt, trail * 2);
            trailWas = java.util.Arrays.copyOf(trailWas, trail * 2);
        }
        trailAt[trail] = at;
        trailWas[trail++] = values[at];
        values[at] = value;
        return at;
    }

    /// Changes a bound variable.
    ///
    /// @param seen where it was last
    /// @return where it is
    int replace(int seen, String name, @Nullable Object value) {
        int at = isAt(seen, name) ? seen : find(name);
        values[at] = value;
        return at;
    }

    /// Changes a variable where it was bound, or binds it here. Django: `Context.set_upward`.
    void setUpward(String name, @Nullable Object value) {
        int at = find(name);
        if (at < 0 || values[at] == Missing.ABSENT) {
            set(name, value);
        } else {
            values[at] = value;
        }
    }

    /// {@return the beginning of a scope, to be given to {@link #undo}}
    int mark() {
        return trail;
    }

    /// Takes back all bindings since `mark`.
    void undo(int mark) {
        while (trail > mark) {
            trail--;
            values[trailAt[trail]] = trailWas[trail];
            trailWas[trail] = null;
        }
    }

    /// {@return all variables, for tests and the tag `debug`}
    Map<String, @Nullable Object> variables() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null && values[i] != Missing.ABSENT) {
                all.put(names[i], values[i]);
            }
        }
        return all;
    }

    /// {@return what a node remembers within this template's rendering, or `null`}
    @Nullable Object state(Object node) {
        return states == null ? null : states.get(node);
    }

    void remember(Object node, Object state) {
        if (states == null) {
            states = new IdentityHashMap<>();
        }
        states.put(node, state);
    }

    /// Takes the nodes' memory away for the rendering of another template.
    @Nullable IdentityHashMap<Object, Object> swapStates(
            @Nullable IdentityHashMap<Object, Object> others) {
        IdentityHashMap<Object, Object> mine = states;
        states = others;
        return mine;
    }

    /// Goes one template or block deeper.
    void enter() {
        if (++depth > engine.maxDepth()) {
            depth = 0;
            throw new TemplateRenderException(
                    Problem.of("template.E032", "Templates include each other without end.")
                            .because(
                                    "More than "
                                            + engine.maxDepth()
                                            + " templates and blocks are open at once.")
                            .fixedBy("Give the recursion an end, by an if around the include."),
                    null);
        }
    }

    void leave() {
        depth--;
    }

    /// Counts one more turn of a loop, one more template.
    void step() {
        page.spend(1);
    }

    /// Counts the work that `steps` turns of a loop are.
    void spend(long steps) {
        page.spend(steps);
    }

    /// {@return what all frames of this page share}
    PageState page() {
        return page;
    }

    /// {@return what `node` renders, as text}
    String capture(Node node) {
        Output page = out;
        Output part = page.part();
        out = part;
        try {
            node.render(this);
        } finally {
            out = page;
        }
        String text = part.toString();
        Sandbox sandbox = engine.sandbox();
        if (sandbox != null) {
            spend(sandbox.work(text));
        }
        return text;
    }

    @Nullable Frame outer() {
        return outer;
    }

    private int place(String name) {
        int mask = names.length - 1;
        int at = name.hashCode() & mask;
        while (names[at] != null && !names[at].equals(name)) {
            at = (at + 1) & mask;
        }
        if (names[at] == null) {
            if (bound * 2 >= names.length) {
                grow();
                return place(name);
            }
            names[at] = name;
            values[at] = Missing.ABSENT;
            bound++;
        }
        return at;
    }

    private void grow() {
        String[] oldNames = names;
        @Nullable Object[] oldValues = values;
        int[] moved = new int[oldNames.length];
        names = new String[oldNames.length * 2];
        values = new @Nullable Object[oldNames.length * 2];
        int mask = names.length - 1;
        for (int i = 0; i < oldNames.length; i++) {
            String name = oldNames[i];
            if (name != null) {
                int at = name.hashCode() & mask;
                while (names[at] != null) {
                    at = (at + 1) & mask;
                }
                names[at] = name;
                values[at] = oldValues[i];
                moved[i] = at;
            }
        }
        for (int i = 0; i < trail; i++) {
            trailAt[i] = moved[trailAt[i]];
        }
    }
}
