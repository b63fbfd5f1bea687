package dev.quintet.template;

import dev.quintet.template.value.Show;

/// How values without a text of their own are written.
public enum Formatting {

    /// As Java does: nothing is empty, `true`, `[a, b]`.
    JAVA(Show.JAVA),

    /// As Python does: `None`, `True`, `['a', 'b']`; for templates that move in from Django.
    PYTHON(Show.PYTHON);

    @SuppressWarnings("ImmutableEnumChecker") // it is immutable, and the annotation a dependency
    private final Show show;

    Formatting(Show show) {
        this.show = show;
    }

    Show show() {
        return show;
    }
}
