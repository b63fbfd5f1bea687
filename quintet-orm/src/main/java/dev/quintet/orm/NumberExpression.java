package dev.quintet.orm;

import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Operator;
import java.util.Arrays;

/// An expression whose values are numbers.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public class NumberExpression<R, V extends Number> extends OrderedExpression<R, V> {

    /// Wraps a part of a tree.
    public NumberExpression(Node node) {
        super(node);
    }

    /// {@return whether it equals a whole number}
    public final Condition<R> eq(long value) {
        return compare(Lookup.EXACT, value);
    }

    /// {@return whether it is one of several whole numbers}
    public final Condition<R> in(long... values) {
        return new Condition<>(new Node.In(node(), Arrays.stream(values).boxed().toList()));
    }

    /// {@return whether it is less than a whole number}
    public final Condition<R> lt(long value) {
        return compare(Lookup.LT, value);
    }

    /// {@return whether it is a whole number or less}
    public final Condition<R> lte(long value) {
        return compare(Lookup.LTE, value);
    }

    /// {@return whether it is greater than a whole number}
    public final Condition<R> gt(long value) {
        return compare(Lookup.GT, value);
    }

    /// {@return whether it is a whole number or more}
    public final Condition<R> gte(long value) {
        return compare(Lookup.GTE, value);
    }

    /// {@return the sum with a whole number}
    public final NumberExpression<R, V> plus(long value) {
        return with(Operator.PLUS, value);
    }

    /// {@return the sum with a value}
    public final NumberExpression<R, V> plus(V value) {
        return with(Operator.PLUS, value);
    }

    /// {@return the sum with another expression}
    public final NumberExpression<R, V> plus(Expression<? super R, ? extends Number> other) {
        return with(Operator.PLUS, other);
    }

    /// {@return the difference from a whole number}
    public final NumberExpression<R, V> minus(long value) {
        return with(Operator.MINUS, value);
    }

    /// {@return the difference from a value}
    public final NumberExpression<R, V> minus(V value) {
        return with(Operator.MINUS, value);
    }

    /// {@return the difference from another expression}
    public final NumberExpression<R, V> minus(Expression<? super R, ? extends Number> other) {
        return with(Operator.MINUS, other);
    }

    /// {@return the product with a whole number}
    public final NumberExpression<R, V> times(long value) {
        return with(Operator.TIMES, value);
    }

    /// {@return the product with a value}
    public final NumberExpression<R, V> times(V value) {
        return with(Operator.TIMES, value);
    }

    /// {@return the product with another expression}
    public final NumberExpression<R, V> times(Expression<? super R, ? extends Number> other) {
        return with(Operator.TIMES, other);
    }

    private NumberExpression<R, V> with(Operator operator, Number value) {
        return new NumberExpression<>(new Node.Arithmetic(operator, node(), new Node.Value(value)));
    }

    private NumberExpression<R, V> with(Operator operator, Expression<?, ?> other) {
        return new NumberExpression<>(new Node.Arithmetic(operator, node(), other.node()));
    }
}
