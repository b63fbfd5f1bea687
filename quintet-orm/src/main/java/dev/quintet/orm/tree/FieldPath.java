package dev.quintet.orm.tree;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way from a model to one of its fields, over any number of relations: `artist`, `country`,
/// `name`. Immutable; compared by value.
public final class FieldPath {

    /// The way to a model itself.
    public static final FieldPath ROOT = new FieldPath(null, "");

    /// The way without its last step; only the way to the model itself has none. A way over several
    /// relations is taken step by step, each query anew: so one object is all that a step costs.
    private final @Nullable FieldPath before;

    private final String last;
    private final int hash;

    private FieldPath(@Nullable FieldPath before, String last) {
        this.before = before;
        this.last = Objects.requireNonNull(last, "name");
        this.hash = before == null ? 1 : before.hash * 31 + last.hashCode();
    }

    /// {@return the way to a field of the model itself}
    public static FieldPath of(String name) {
        return ROOT.then(name);
    }

    /// {@return the way over these names}
    public static FieldPath of(List<String> names) {
        FieldPath path = ROOT;
        for (String name : names) {
            path = path.then(name);
        }
        return path;
    }

    /// {@return this way and one step more}
    public FieldPath then(String name) {
        return new FieldPath(this, name);
    }

    /// {@return the way without its last step, or `null` where there is none}
    public @Nullable FieldPath before() {
        return before;
    }

    /// {@return the name of the last step; empty where there is none}
    public String last() {
        return last;
    }

    /// {@return the names along the way; the last may be a column or a relation}
    public List<String> names() {
        int length = 0;
        for (FieldPath at = this; at.before != null; at = at.before) {
            length++;
        }
        var names = new String[length];
        for (FieldPath at = this; at.before != null; at = at.before) {
            names[--length] = at.last;
        }
        return List.of(names);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // ways that begin alike may share their beginning
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof FieldPath path)) {
            return false;
        }
        FieldPath one = this;
        FieldPath two = path;
        while (one != two) {
            if (one.hash != two.hash
                    || one.before == null
                    || two.before == null
                    || !one.last.equals(two.last)) {
                return false;
            }
            one = one.before;
            two = two.before;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// {@return the names with `__` between, as in lookups}
    @Override
    public String toString() {
        return String.join("__", names());
    }
}
