package dev.quintet.orm;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.List;

/// A field of several values in a row. PostgreSQL. Immutable. Django: `ArrayField` lookups.
///
/// `array(Books.tags).contains(List.of("new", "classic"))`
///
/// @param <R> the model that it starts from
/// @param <V> type of each value
public final class ArrayExpression<R, V> implements Selectable<R> {

    private final Node node;

    private ArrayExpression(Node node) {
        this.node = node;
    }

    /// {@return the lookups of a field}
    public static <R, V> ArrayExpression<R, V> array(Expression<R, List<V>> field) {
        return new ArrayExpression<>(field.node());
    }

    @Override
    public Node node() {
        return node;
    }

    /// {@return whether it has all of these}
    public Condition<R> contains(List<? extends V> values) {
        return compare(Lookup.CONTAINS, values);
    }

    /// {@return whether it has nothing but some of these}
    public Condition<R> containedBy(List<? extends V> values) {
        return compare(Lookup.CONTAINED_BY, values);
    }

    /// {@return whether it has one of these at least}
    public Condition<R> overlaps(List<? extends V> values) {
        return compare(Lookup.OVERLAP, values);
    }

    /// {@return how many values there are; NULL where there are none}
    public NumberExpression<R, Integer> length() {
        return new NumberExpression<>(new Node.Call("array_len", List.of(node)));
    }

    /// {@return the value of a number, counted from 0; NULL where there are not so many}
    public ValueExpression<R, V> at(int number) {
        return new ValueExpression<>(new Node.Call("array_at", List.of(node, place(number + 1))));
    }

    /// {@return the values from a number on up to another, which is not in it, counted from 0}
    public ArrayExpression<R, V> slice(int from, int until) {
        return new ArrayExpression<>(
                new Node.Call("array_slice", List.of(node, place(from + 1), place(until))));
    }

    private static Node place(int number) {
        return new Node.Value(number, FieldType.int32());
    }

    /// {@return whether these are its values, in this order}
    public Condition<R> eq(List<? extends V> values) {
        return compare(Lookup.EXACT, values);
    }

    private Condition<R> compare(Lookup lookup, List<? extends V> values) {
        return new Condition<>(new Node.Compare(lookup, node, new Node.Value(values)));
    }
}
