package dev.quintet.orm;

import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.List;
import java.util.Objects;

/// A field of ranges. PostgreSQL. Immutable. Django: lookups of range fields.
///
/// `range(Bookings.stay).overlaps(Range.of(from, until))`
///
/// @param <R> the model that it starts from
/// @param <V> type of the bounds
public final class RangeExpression<R, V extends Comparable<? super V>> implements Selectable<R> {

    private final Node node;

    private RangeExpression(Node node) {
        this.node = node;
    }

    /// {@return the lookups of a field}
    public static <R, V extends Comparable<? super V>> RangeExpression<R, V> range(
            Expression<R, Range<V>> field) {
        return new RangeExpression<>(field.node());
    }

    @Override
    public Node node() {
        return node;
    }

    /// {@return whether a value is in it}
    public Condition<R> contains(V value) {
        return compare(Lookup.CONTAINS, value);
    }

    /// {@return whether all of another range is in it}
    public Condition<R> contains(Range<V> other) {
        return compare(Lookup.CONTAINS, other);
    }

    /// {@return whether it is all in another range}
    public Condition<R> containedBy(Range<V> other) {
        return compare(Lookup.CONTAINED_BY, other);
    }

    /// {@return whether something is in both}
    public Condition<R> overlaps(Range<V> other) {
        return compare(Lookup.OVERLAP, other);
    }

    /// {@return whether one ends where the other begins, with nothing in both}
    public Condition<R> adjacentTo(Range<V> other) {
        return compare(Lookup.ADJACENT_TO, other);
    }

    /// {@return whether it ends before the other begins}
    public Condition<R> fullyLt(Range<V> other) {
        return compare(Lookup.FULLY_LT, other);
    }

    /// {@return whether it begins behind the other's end}
    public Condition<R> fullyGt(Range<V> other) {
        return compare(Lookup.FULLY_GT, other);
    }

    /// {@return whether nothing of it is below the other}
    public Condition<R> notLt(Range<V> other) {
        return compare(Lookup.NOT_LT, other);
    }

    /// {@return whether nothing of it is above the other}
    public Condition<R> notGt(Range<V> other) {
        return compare(Lookup.NOT_GT, other);
    }

    /// {@return the lower bound; NULL where there is none. Django: `startswith`}
    public ValueExpression<R, V> lower() {
        return new ValueExpression<>(new Node.Call("range_lower", List.of(node)));
    }

    /// {@return the upper bound; NULL where there is none. Django: `endswith`}
    public ValueExpression<R, V> upper() {
        return new ValueExpression<>(new Node.Call("range_upper", List.of(node)));
    }

    /// {@return whether nothing is in it}
    public Condition<R> isEmpty() {
        return is("range_isempty");
    }

    /// {@return whether the lower bound is in it}
    public Condition<R> withLower() {
        return is("range_lower_inc");
    }

    /// {@return whether the upper bound is in it}
    public Condition<R> withUpper() {
        return is("range_upper_inc");
    }

    /// {@return whether there is no lower bound}
    public Condition<R> withoutLower() {
        return is("range_lower_inf");
    }

    /// {@return whether there is no upper bound}
    public Condition<R> withoutUpper() {
        return is("range_upper_inf");
    }

    private Condition<R> is(String function) {
        return new Condition<>(
                new Node.Compare(
                        Lookup.EXACT,
                        new Node.Call(function, List.of(node)),
                        new Node.Value(true)));
    }

    private Condition<R> compare(Lookup lookup, Object value) {
        Objects.requireNonNull(value, "A range is compared with nothing by isNull().");
        return new Condition<>(new Node.Compare(lookup, node, new Node.Value(value)));
    }
}
