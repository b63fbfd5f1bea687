package dev.quintet.template;

import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.template.value.Show;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variable `forloop`: how far the loop is. One thread's own.
final class ForLoop implements TemplateObject {

    final @Nullable ForLoop parent;
    private final int length;
    int index;
    private @Nullable IdentityHashMap<Object, Object> states;

    ForLoop(@Nullable ForLoop parent, int length) {
        this.parent = parent;
        this.length = length;
    }

    /// {@return what a node remembers within this loop, or `null`}
    @Nullable Object state(Object node) {
        return states == null ? null : states.get(node);
    }

    void remember(Object node, Object state) {
        if (states == null) {
            states = new IdentityHashMap<>();
        }
        states.put(node, state);
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        return switch (name) {
            case "counter" -> index + 1;
            case "counter0" -> index;
            case "revcounter" -> length - index;
            case "revcounter0" -> length - index - 1;
            case "first" -> index == 0;
            case "last" -> index == length - 1;
            case "length" -> length;
            case "parentloop" -> parent == null ? Map.of() : parent;
            default -> UNKNOWN;
        };
    }

    @Override
    public String toString() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var name :
                new String[] {
                    "parentloop",
                    "counter0",
                    "counter",
                    "revcounter",
                    "revcounter0",
                    "first",
                    "last"
                }) {
            all.put(name, templateAttribute(name));
        }
        return Show.PYTHON.text(all);
    }
}
