package dev.quintet.orm;

import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.Objects;

/// An expression whose values have an order.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public abstract class OrderedExpression<R, V> extends Expression<R, V> {

    /// Wraps a part of a tree.
    protected OrderedExpression(Node node) {
        super(node);
    }

    /// {@return whether it is less}
    public final Condition<R> lt(V value) {
        return compare(Lookup.LT, value);
    }

    /// {@return whether it is less or equal}
    public final Condition<R> lte(V value) {
        return compare(Lookup.LTE, value);
    }

    /// {@return whether it is greater}
    public final Condition<R> gt(V value) {
        return compare(Lookup.GT, value);
    }

    /// {@return whether it is greater or equal}
    public final Condition<R> gte(V value) {
        return compare(Lookup.GTE, value);
    }

    /// {@return whether it is less than another expression}
    public final Condition<R> lt(Expression<? super R, ? extends V> other) {
        return compareTo(Lookup.LT, other);
    }

    /// {@return whether it is less than another expression, or equal}
    public final Condition<R> lte(Expression<? super R, ? extends V> other) {
        return compareTo(Lookup.LTE, other);
    }

    /// {@return whether it is greater than another expression}
    public final Condition<R> gt(Expression<? super R, ? extends V> other) {
        return compareTo(Lookup.GT, other);
    }

    /// {@return whether it is greater than another expression, or equal}
    public final Condition<R> gte(Expression<? super R, ? extends V> other) {
        return compareTo(Lookup.GTE, other);
    }

    /// {@return whether it lies between two values, ends included}
    public final Condition<R> between(V low, V high) {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        return new Condition<>(new Node.Range(node(), new Node.Value(low), new Node.Value(high)));
    }
}
