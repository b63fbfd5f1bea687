package dev.quintet.orm;

import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number made of many rows: a count, a sum. In `filter` it becomes HAVING.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class Aggregate<R, V extends Number> extends NumberExpression<R, V> {

    private final Node.Aggregate aggregate;

    /// What its values are said to be, or `null` for what they are.
    private final @Nullable FieldType type;

    Aggregate(Node.Aggregate aggregate) {
        this(aggregate, null);
    }

    Aggregate(Node.Aggregate aggregate, @Nullable FieldType type) {
        super(type == null ? aggregate : new Node.As(aggregate, type));
        this.aggregate = aggregate;
        this.type = type;
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
                        aggregate.function(),
                        aggregate.args(),
                        aggregate.distinct(),
                        both,
                        aggregate.order(),
                        aggregate.otherwise()),
                type);
    }

    /// {@return this aggregate with equal values counted once}
    public Aggregate<R, V> distinct() {
        return new Aggregate<>(
                new Node.Aggregate(
                        aggregate.function(),
                        aggregate.args(),
                        true,
                        aggregate.filter(),
                        aggregate.order(),
                        aggregate.otherwise()),
                type);
    }

    /// {@return this aggregate, with what it is where there is nothing to make it of}
    public Aggregate<R, V> orElse(V otherwise) {
        return new Aggregate<>(
                new Node.Aggregate(
                        aggregate.function(),
                        aggregate.args(),
                        aggregate.distinct(),
                        aggregate.filter(),
                        aggregate.order(),
                        new Node.Value(otherwise)),
                type);
    }
}
