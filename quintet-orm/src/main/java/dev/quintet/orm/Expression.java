package dev.quintet.orm;

import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// A value that the database finds or works out for each row of R. Immutable.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public abstract class Expression<R, V> implements Selectable<R> {

    private final Node node;

    /// Wraps a part of a tree.
    protected Expression(Node node) {
        this.node = Objects.requireNonNull(node, "node");
    }

    @Override
    public final Node node() {
        return node;
    }

    /// {@return whether it equals `value`; for null ask {@link #isNull}}
    public final Condition<R> eq(V value) {
        return compare(Lookup.EXACT, value);
    }

    /// {@return whether it equals another expression}
    public final Condition<R> eq(Expression<? super R, ? extends V> other) {
        return compareTo(Lookup.EXACT, other);
    }

    /// {@return whether it differs from `value`; rows without a value differ from all}
    public final Condition<R> ne(V value) {
        return compare(Lookup.EXACT, value).not();
    }

    /// {@return whether there is no value}
    public final Condition<R> isNull() {
        return new Condition<>(new Node.IsNull(node, true));
    }

    /// {@return whether there is a value}
    public final Condition<R> isNotNull() {
        return new Condition<>(new Node.IsNull(node, false));
    }

    /// {@return whether it is one of `values`; never, when there are none}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Condition<R> in(V... values) {
        return in(Arrays.asList(values));
    }

    /// {@return whether it is one of `values`; never, when there are none}
    public final Condition<R> in(Collection<? extends V> values) {
        for (V value : values) {
            requireValue(value);
        }
        return new Condition<>(new Node.In(node, List.copyOf(values)));
    }

    /// {@return whether it is among the rows of a query of one column}
    public final Condition<R> in(Rows<? extends V> rows) {
        return new Condition<>(new Node.InQuery(node, rows.tree()));
    }

    /// {@return the least first}
    public final Sort<R> asc() {
        return Sort.by(node, false);
    }

    /// {@return the greatest first}
    public final Sort<R> desc() {
        return Sort.by(node, true);
    }

    final Condition<R> compare(Lookup lookup, Object value) {
        requireValue(value);
        return new Condition<>(new Node.Compare(lookup, node, new Node.Value(value)));
    }

    final Condition<R> compareTo(Lookup lookup, Expression<?, ?> other) {
        return new Condition<>(new Node.Compare(lookup, node, other.node()));
    }

    private static void requireValue(Object value) {
        Objects.requireNonNull(value, "A comparison with null is never true: use isNull().");
    }
}
