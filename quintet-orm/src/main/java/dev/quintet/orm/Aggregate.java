package dev.quintet.orm;

import dev.quintet.orm.tree.Node;
import java.util.List;

/// A number made of many rows: a count, a sum. In `filter` it becomes HAVING.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class Aggregate<R, V extends Number> extends NumberExpression<R, V> {

    private final Node.Aggregate aggregate;

    Aggregate(Node.Aggregate aggregate) {
        super(aggregate);
        this.aggregate = aggregate;
    }

    /// {@return this aggregate over the rows that meet all conditions}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Aggregate<R, V> filter(Condition<? super R>... conditions) {
        Node all = Conditions.all(List.of(conditions));
        Node both =
                aggregate.filter() == null ? all : new Node.And(List.of(aggregate.filter(), all));
        return new Aggregate<>(
                new Node.Aggregate(
                        aggregate.function(), aggregate.operand(), aggregate.distinct(), both));
    }

    /// {@return this aggregate with equal values counted once}
    public Aggregate<R, V> distinct() {
        return new Aggregate<>(
                new Node.Aggregate(
                        aggregate.function(), aggregate.operand(), true, aggregate.filter()));
    }
}
