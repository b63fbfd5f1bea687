package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import java.util.ArrayList;
import java.util.List;

/// A value made of many rows that is no number: the latest day, the names put together. In `filter`
/// it becomes HAVING. Immutable.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class ValueAggregate<R, V> extends OrderedExpression<R, V> {

    private final Node.Aggregate aggregate;

    ValueAggregate(Node.Aggregate aggregate) {
        super(aggregate);
        this.aggregate = aggregate;
    }

    /// {@return this aggregate over the rows that meet all conditions}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final ValueAggregate<R, V> filter(Condition<? super R>... conditions) {
        Node all = Conditions.all(List.of(conditions));
        Node both =
                aggregate.filter() == null ? all : new Node.And(List.of(aggregate.filter(), all));
        return new ValueAggregate<>(
                new Node.Aggregate(
                        aggregate.function(),
                        aggregate.args(),
                        aggregate.distinct(),
                        both,
                        aggregate.order(),
                        aggregate.otherwise()));
    }

    /// {@return this aggregate with equal values taken once}
    public ValueAggregate<R, V> distinct() {
        return new ValueAggregate<>(
                new Node.Aggregate(
                        aggregate.function(),
                        aggregate.args(),
                        true,
                        aggregate.filter(),
                        aggregate.order(),
                        aggregate.otherwise()));
    }

    /// {@return this aggregate, its rows taken in an order}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final ValueAggregate<R, V> orderBy(Sort<? super R>... keys) {
        List<Ordering> order = new ArrayList<>(keys.length);
        for (Sort<? super R> key : keys) {
            order.add(key.ordering());
        }
        return new ValueAggregate<>(
                new Node.Aggregate(
                        aggregate.function(),
                        aggregate.args(),
                        aggregate.distinct(),
                        aggregate.filter(),
                        order,
                        aggregate.otherwise()));
    }

    /// {@return this aggregate, with what it is where there is nothing to make it of}
    public ValueAggregate<R, V> orElse(V otherwise) {
        return new ValueAggregate<>(
                new Node.Aggregate(
                        aggregate.function(),
                        aggregate.args(),
                        aggregate.distinct(),
                        aggregate.filter(),
                        aggregate.order(),
                        new Node.Value(otherwise)));
    }
}
