package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Node;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What queries are made of besides columns: aggregates, subqueries, values. Import statically.
public final class Expressions {

    private Expressions() {}

    /// {@return how many there are; a relation counts its rows, a column its values}
    public static <R> Aggregate<R, Long> count(Selectable<R> counted) {
        return new Aggregate<>(new Node.Aggregate("count", List.of(counted.node())));
    }

    /// {@return the sum; null when there is nothing to sum}
    public static <R, V extends Number> Aggregate<R, V> sum(NumberExpression<R, V> summed) {
        return new Aggregate<>(new Node.Aggregate("sum", List.of(summed.node())));
    }

    /// {@return the mean; null when there is nothing}
    public static <R> Aggregate<R, Double> avg(NumberExpression<R, ?> averaged) {
        return new Aggregate<>(
                new Node.Aggregate("avg", List.of(averaged.node())), FieldType.float64());
    }

    /// {@return the least; null when there is nothing}
    public static <R, V extends Number> Aggregate<R, V> min(NumberExpression<R, V> compared) {
        return new Aggregate<>(new Node.Aggregate("min", List.of(compared.node())));
    }

    /// {@return the greatest; null when there is nothing}
    public static <R, V extends Number> Aggregate<R, V> max(NumberExpression<R, V> compared) {
        return new Aggregate<>(new Node.Aggregate("max", List.of(compared.node())));
    }

    /// {@return an expression of the query around the one that it stands in}
    ///
    /// Any model will do for the compiler; the query's own is held against it when it is built.
    public static <V> Expression<Object, V> outer(Expression<?, V> expression) {
        if (!(expression.node() instanceof Node.Field(var path))) {
            throw new IllegalArgumentException("outer() takes a column of the query around.");
        }
        return new Plain<>(new Node.Outer(path));
    }

    /// {@return whether a query has rows}
    public static Condition<Object> exists(QuerySet<?> query) {
        return new Condition<>(new Node.Exists(query.tree()));
    }

    /// {@return whether a query that is tied to the one around has rows}
    public static <O> Condition<O> exists(Correlated<?, O> query) {
        return new Condition<>(new Node.Exists(query.tree()));
    }

    /// {@return a value of the first row of a query that is tied to the one around}
    public static <M extends Entity, O, V> Expression<O, V> subquery(
            Correlated<M, O> query, Expression<? super M, V> value) {
        return new Plain<>(
                new Node.Scalar(query.tree().selecting(List.of(value.node())).slice(0, 1L)));
    }

    /// {@return a value, bound}
    public static <V> Expression<Object, V> value(V value) {
        return new Plain<>(new Node.Value(java.util.Objects.requireNonNull(value, "value")));
    }

    /// {@return the condition does not hold}
    public static <R> Condition<R> not(Condition<R> condition) {
        return condition.not();
    }

    /// {@return today, by the site's clock and time zone}
    public static LocalDate today() {
        @Nullable Context context = Context.find();
        if (context == null) {
            return LocalDate.now(ZoneId.systemDefault());
        }
        ZoneId zone = context.settings().get(KernelSettings.TIME_ZONE);
        return LocalDate.ofInstant(context.clock().instant(), zone);
    }

    /// {@return now, by the site's clock}
    public static Instant now() {
        Context context = Context.find();
        return context == null ? Clock.systemUTC().instant() : context.clock().instant();
    }

    static <R, V> Expression<R, V> plain(Node node) {
        return new Plain<>(node);
    }

    private static final class Plain<R, V> extends Expression<R, V> {
        Plain(Node node) {
            super(node);
        }
    }
}
