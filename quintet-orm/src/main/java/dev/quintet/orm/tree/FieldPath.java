package dev.quintet.orm.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way from a model to one of its fields, over any number of relations: `artist`, `country`,
/// `name`. Immutable; compared by value.
public final class FieldPath {

    /// The way to a model itself.
    public static final FieldPath ROOT = new FieldPath(List.of());

    private final List<String> names;
    private final int hash;

    private FieldPath(List<String> names) {
        this.names = names;
        this.hash = names.hashCode();
    }

    /// {@return the way to a field of the model itself}
    public static FieldPath of(String name) {
        return new FieldPath(List.of(name));
    }

    /// {@return the way over these names}
    public static FieldPath of(List<String> names) {
        return new FieldPath(List.copyOf(names));
    }

    /// {@return this way and one step more}
    public FieldPath then(String name) {
        return new FieldPath(
                switch (names.size()) {
                    case 0 -> List.of(name);
                    case 1 -> List.of(names.getFirst(), name);
                    case 2 -> List.of(names.get(0), names.get(1), name);
                    case 3 -> List.of(names.get(0), names.get(1), names.get(2), name);
                    default -> {
                        var longer = new ArrayList<String>(names.size() + 1);
                        longer.addAll(names);
                        longer.add(name);
                        yield List.copyOf(longer);
                    }
                });
    }

    /// {@return the names along the way; the last may be a column or a relation}
    public List<String> names() {
        return names;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof FieldPath path
                        && hash == path.hash
                        && Lists.equal(names, path.names));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /// {@return the names with `__` between, as in lookups}
    @Override
    public String toString() {
        return String.join("__", names);
    }
}
