package dev.quintet.orm;

import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Operator;
import java.util.Arrays;
import java.util.Objects;

/// An expression whose values are numbers.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public class NumberExpression<R, V extends Number> extends Expression<R, V> {

    /// Wraps a part of a tree.
    public NumberExpression(Node node) {
        super(node);
    }

    /// {@return whether it equals a whole number}
    public final Condition<R> eq(long value) {
        return compare(Lookup.EXACT, value);
    }

    /// {@return whether it differs from a whole number; rows without a value differ from all}
    public final Condition<R> ne(long value) {
        return eq(value).not();
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

    /// {@return whether it is less}
    public final Condition<R> lt(V value) {
        return compare(Lookup.LT, value);
    }

    /// {@return whether it is less than another number, of whatever type}
    public final Condition<R> lt(Expression<? super R, ? extends Number> other) {
        return compareTo(Lookup.LT, other);
    }

    /// {@return whether it is less or equal}
    public final Condition<R> lte(V value) {
        return compare(Lookup.LTE, value);
    }

    /// {@return whether it is less than another number, or equal, of whatever type}
    public final Condition<R> lte(Expression<? super R, ? extends Number> other) {
        return compareTo(Lookup.LTE, other);
    }

    /// {@return whether it is greater}
    public final Condition<R> gt(V value) {
        return compare(Lookup.GT, value);
    }

    /// {@return whether it is greater than another number, of whatever type}
    public final Condition<R> gt(Expression<? super R, ? extends Number> other) {
        return compareTo(Lookup.GT, other);
    }

    /// {@return whether it is greater or equal}
    public final Condition<R> gte(V value) {
        return compare(Lookup.GTE, value);
    }

    /// {@return whether it is greater than another number, or equal, of whatever type}
    public final Condition<R> gte(Expression<? super R, ? extends Number> other) {
        return compareTo(Lookup.GTE, other);
    }

    /// {@return whether it lies between two values, ends included}
    public final Condition<R> between(V low, V high) {
        return new Condition<>(
                new Node.Range(
                        node(),
                        new Node.Value(Objects.requireNonNull(low, "low")),
                        new Node.Value(Objects.requireNonNull(high, "high"))));
    }

    /// {@return whether it lies between two whole numbers, ends included}
    public final Condition<R> between(long low, long high) {
        return new Condition<>(new Node.Range(node(), new Node.Value(low), new Node.Value(high)));
    }

    /// {@return the quotient by a whole number; of two whole numbers a whole number}
    public final NumberExpression<R, V> dividedBy(long value) {
        return with(Operator.DIVIDED_BY, value);
    }

    /// {@return the quotient by a value; of two whole numbers a whole number}
    public final NumberExpression<R, V> dividedBy(V value) {
        return with(Operator.DIVIDED_BY, value);
    }

    /// {@return the quotient by another expression; of two whole numbers a whole number}
    public final NumberExpression<R, V> dividedBy(Expression<? super R, ? extends Number> other) {
        return with(Operator.DIVIDED_BY, other);
    }

    /// {@return the remainder of a division by a whole number}
    public final NumberExpression<R, V> modulo(long value) {
        return with(Operator.MODULO, value);
    }

    /// {@return the remainder of a division by another expression}
    public final NumberExpression<R, V> modulo(Expression<? super R, ? extends Number> other) {
        return with(Operator.MODULO, other);
    }

    /// {@return the bits that both it and `mask` have}
    public final NumberExpression<R, V> bitAnd(long mask) {
        return with(Operator.BIT_AND, mask);
    }

    /// {@return the bits that it or `mask` has}
    public final NumberExpression<R, V> bitOr(long mask) {
        return with(Operator.BIT_OR, mask);
    }

    /// {@return the bits that just one of it and `mask` has}
    public final NumberExpression<R, V> bitXor(long mask) {
        return with(Operator.BIT_XOR, mask);
    }

    /// {@return its bits moved to the left}
    public final NumberExpression<R, V> shiftLeft(long places) {
        return with(Operator.SHIFT_LEFT, places);
    }

    /// {@return its bits moved to the right}
    public final NumberExpression<R, V> shiftRight(long places) {
        return with(Operator.SHIFT_RIGHT, places);
    }

    /// {@return the number below zero for the one above}
    public final NumberExpression<R, V> negated() {
        return with(Operator.TIMES, -1L);
    }

    private NumberExpression<R, V> with(Operator operator, Number value) {
        return new NumberExpression<>(new Node.Arithmetic(operator, node(), new Node.Value(value)));
    }

    private NumberExpression<R, V> with(Operator operator, Expression<?, ?> other) {
        return new NumberExpression<>(new Node.Arithmetic(operator, node(), other.node()));
    }
}
