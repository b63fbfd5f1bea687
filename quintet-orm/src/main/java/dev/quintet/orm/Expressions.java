package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.tree.Node;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static <R, V> ValueAggregate<R, V> made(String function, Node... arguments) {
        return new ValueAggregate<>(new Node.Aggregate(function, List.of(arguments)));
    }

    /// {@return the least; null when there is nothing}
    public static <R, V> ValueAggregate<R, V> min(OrderedExpression<R, V> compared) {
        return made("min", compared.node());
    }

    /// {@return the greatest; null when there is nothing}
    public static <R, V> ValueAggregate<R, V> max(OrderedExpression<R, V> compared) {
        return made("max", compared.node());
    }

    /// {@return the sum of lengths of time; null when there is nothing to sum}
    public static <R> ValueAggregate<R, Duration> sum(TimeExpression<R, Duration> summed) {
        return made("sum", summed.node());
    }

    /// {@return the mean of lengths of time; null when there is nothing}
    public static <R> ValueAggregate<R, Duration> avg(TimeExpression<R, Duration> averaged) {
        return made("avg", averaged.node());
    }

    /// {@return the value of any of the rows; null when there is nothing}
    public static <R, V> ValueAggregate<R, V> anyValue(Expression<R, V> value) {
        return made("any_value", value.node());
    }

    /// {@return the texts of all rows, with `between` between them; null when there is nothing}
    public static <R> ValueAggregate<R, String> stringAgg(
            Expression<R, String> text, String between) {
        return made("string_agg", text.node(), new Node.Value(between));
    }

    /// {@return the values of all rows as a list; null when there is nothing}
    public static <R> ValueAggregate<R, List<Object>> arrayAgg(Expression<R, ?> value) {
        return made("array_agg", value.node());
    }

    /// {@return how far values lie from their mean, over all rows: not a sample}
    public static <R> Aggregate<R, Double> stdDev(NumberExpression<R, ?> value) {
        return new Aggregate<>(
                new Node.Aggregate("std_dev", List.of(value.node())), FieldType.float64());
    }

    /// {@return the same from a sample of the rows}
    public static <R> Aggregate<R, Double> stdDevSample(NumberExpression<R, ?> value) {
        return new Aggregate<>(
                new Node.Aggregate("std_dev_sample", List.of(value.node())), FieldType.float64());
    }

    /// {@return the square of how far values lie from their mean, over all rows: not a sample}
    public static <R> Aggregate<R, Double> variance(NumberExpression<R, ?> value) {
        return new Aggregate<>(
                new Node.Aggregate("variance", List.of(value.node())), FieldType.float64());
    }

    /// {@return the same from a sample of the rows}
    public static <R> Aggregate<R, Double> varianceSample(NumberExpression<R, ?> value) {
        return new Aggregate<>(
                new Node.Aggregate("variance_sample", List.of(value.node())), FieldType.float64());
    }

    /// {@return the bits that all have; null when there is nothing}
    public static <R> Aggregate<R, Long> bitAnd(NumberExpression<R, ?> value) {
        return new Aggregate<>(new Node.Aggregate("bit_and", List.of(value.node())));
    }

    /// {@return the bits that one has at least; null when there is nothing}
    public static <R> Aggregate<R, Long> bitOr(NumberExpression<R, ?> value) {
        return new Aggregate<>(new Node.Aggregate("bit_or", List.of(value.node())));
    }

    /// {@return the bits that an odd number has; null when there is nothing}
    public static <R> Aggregate<R, Long> bitXor(NumberExpression<R, ?> value) {
        return new Aggregate<>(new Node.Aggregate("bit_xor", List.of(value.node())));
    }

    /// {@return the first result whose condition holds; NULL where none does}
    public static <R, V> Choice<R, V> when(Condition<R> condition, V result) {
        return new Choice<>(List.of(new Node.When(condition.node(), new Node.Value(result))));
    }

    /// {@return the first result whose condition holds; NULL where none does}
    public static <R, V> Choice<R, V> when(
            Condition<R> condition, Expression<? super R, V> result) {
        return new Choice<>(List.of(new Node.When(condition.node(), result.node())));
    }

    /// {@return the value, or another where it is NULL}
    public static <R> TextExpression<R> coalesce(Expression<R, String> text, String otherwise) {
        return new TextExpression<>(both("coalesce", text, new Node.Value(otherwise)));
    }

    /// {@return the value, or another where it is NULL}
    public static <R, V extends Number> NumberExpression<R, V> coalesce(
            NumberExpression<R, V> number, V otherwise) {
        return new NumberExpression<>(both("coalesce", number, new Node.Value(otherwise)));
    }

    /// {@return the value, or another where it is NULL}
    public static <R, V> ValueExpression<R, V> coalesce(
            OrderedExpression<R, V> value, V otherwise) {
        return new ValueExpression<>(both("coalesce", value, new Node.Value(otherwise)));
    }

    /// {@return the first that is not NULL}
    public static <R, V> ValueExpression<R, V> coalesce(
            Expression<R, V> first, Expression<? super R, ? extends V> second) {
        return new ValueExpression<>(both("coalesce", first, second.node()));
    }

    /// {@return NULL where the value equals another, else the value}
    public static <R, V> ValueExpression<R, V> nullIf(Expression<R, V> value, V other) {
        return new ValueExpression<>(both("nullif", value, new Node.Value(other)));
    }

    /// {@return the greater of both; NULL where one of them is}
    public static <R, V> ValueExpression<R, V> greatest(
            Expression<R, V> one, Expression<? super R, ? extends V> other) {
        return new ValueExpression<>(both("greatest", one, other.node()));
    }

    /// {@return the greater of both; NULL where one of them is}
    public static <R, V> ValueExpression<R, V> greatest(Expression<R, V> one, V other) {
        return new ValueExpression<>(both("greatest", one, new Node.Value(other)));
    }

    /// {@return the lesser of both; NULL where one of them is}
    public static <R, V> ValueExpression<R, V> least(
            Expression<R, V> one, Expression<? super R, ? extends V> other) {
        return new ValueExpression<>(both("least", one, other.node()));
    }

    /// {@return the lesser of both; NULL where one of them is}
    public static <R, V> ValueExpression<R, V> least(Expression<R, V> one, V other) {
        return new ValueExpression<>(both("least", one, new Node.Value(other)));
    }

    private static Node both(String function, Expression<?, ?> one, Node other) {
        return new Node.Call(function, List.of(one.node(), other));
    }

    /// {@return the value as text}
    public static <R> TextExpression<R> castToText(Expression<R, ?> value) {
        return new TextExpression<>(new Node.Cast(value.node(), FieldType.text()));
    }

    /// {@return the value as a whole number}
    public static <R> NumberExpression<R, Long> castToLong(Expression<R, ?> value) {
        return new NumberExpression<>(new Node.Cast(value.node(), FieldType.int64()));
    }

    /// {@return the value as a floating-point number}
    public static <R> NumberExpression<R, Double> castToDouble(Expression<R, ?> value) {
        return new NumberExpression<>(new Node.Cast(value.node(), FieldType.float64()));
    }

    /// {@return the value as an exact number}
    public static <R> NumberExpression<R, BigDecimal> castToDecimal(
            Expression<R, ?> value, int digits, int decimals) {
        return new NumberExpression<>(
                new Node.Cast(value.node(), FieldType.decimal(digits, decimals)));
    }

    /// {@return the value as another type}
    public static <R, V> ValueExpression<R, V> cast(
            Expression<R, ?> value, FieldType type, Class<V> java) {
        Objects.requireNonNull(java, "java");
        return new ValueExpression<>(new Node.Cast(value.node(), type));
    }

    /// {@return a JSON object of names and values}
    public static <R> ValueExpression<R, Object> jsonObject(
            Map<String, ? extends Expression<? super R, ?>> parts) {
        return new ValueExpression<>(
                new Node.JsonObject(
                        List.copyOf(parts.keySet()),
                        parts.values().stream().<Node>map(Expression::node).toList()));
    }

    /// {@return a JSON list of values}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <R> ValueExpression<R, Object> jsonArray(Expression<? super R, ?>... parts) {
        return new ValueExpression<>(
                new Node.Call(
                        "json_array", Arrays.stream(parts).<Node>map(Expression::node).toList()));
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
