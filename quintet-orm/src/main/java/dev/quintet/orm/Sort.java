package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;

/// One key that rows of R are sorted by. Immutable.
///
/// @param <R> the model
public final class Sort<R> {

    private final Ordering ordering;

    private Sort(Ordering ordering) {
        this.ordering = ordering;
    }

    static <R> Sort<R> by(Node node, boolean descending) {
        return new Sort<>(new Ordering(node, descending, null));
    }

    /// {@return this key, rows without a value first}
    public Sort<R> nullsFirst() {
        return new Sort<>(new Ordering(ordering.by(), ordering.descending(), true));
    }

    /// {@return this key, rows without a value last}
    public Sort<R> nullsLast() {
        return new Sort<>(new Ordering(ordering.by(), ordering.descending(), false));
    }

    /// {@return its place in the query's tree}
    public Ordering ordering() {
        return ordering;
    }
}
