package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.SqlType;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import dev.quintet.orm.tree.Types;
import dev.quintet.orm.tree.ValueType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Queries whose rows can be made of columns: into records by {@link #select}, into maps and lists
/// by names. Django: `values`, `values_list`.
///
/// @param <M> the model that it starts from
/// @param <T> what a row becomes
/// @param <S> the kind of query itself
@SuppressWarnings("TypeNameShadowing") // letters are counted: F is the sixth
public abstract sealed class Selecting<
                M extends Entity, T extends @Nullable Object, S extends Query<M, T, S>>
        extends Query<M, T, S> permits QuerySet {

    Selecting(ModelMapping<M> mapping, Select tree, String alias) {
        super(mapping, tree, alias);
    }

    /// {@return the rows as maps of names to values; without names all fields and annotations}
    ///
    /// @param names of fields, over relations too, and of annotations
    public final Selection<M, Map<String, @Nullable Object>> values(String... names) {
        return values(Arrays.asList(names));
    }

    /// {@return the rows as maps of names to values}
    ///
    /// @param items names, and expressions, which get names by what they are
    public final Selection<M, Map<String, @Nullable Object>> values(List<?> items) {
        List<Select.Column> columns = Columns.named(tree(), items);
        return selection(columns, Selection.Shape.MAP);
    }

    /// {@return the rows as lists of values; without names all fields and annotations}
    public final Selection<M, List<@Nullable Object>> valuesList(String... names) {
        return valuesList(Arrays.asList(names));
    }

    /// {@return the rows as lists of values}
    ///
    /// @param items names and expressions
    public final Selection<M, List<@Nullable Object>> valuesList(List<?> items) {
        List<Select.Column> columns = Columns.named(tree(), items);
        return selection(columns, Selection.Shape.LIST);
    }

    /// {@return the rows as one value each}
    public final Selection<M, @Nullable Object> valuesFlat(String name) {
        return selection(Columns.named(tree(), List.of(name)), Selection.Shape.FLAT);
    }

    /// {@return the rows as one value each}
    public final Selection<M, @Nullable Object> valuesFlat(Expression<? super M, ?> value) {
        return selection(Columns.named(tree(), List.of(value)), Selection.Shape.FLAT);
    }

    private <R extends @Nullable Object> Selection<M, R> selection(
            List<Select.Column> columns, Selection.Shape<R> shape) {
        Select named = Columns.touching(tree(), columns);
        return new Selection<>(mapping(), named, alias(), shape);
    }

    /// {@return the days, months or years in which a field of days has rows, each once}
    ///
    /// @param unit `year`, `month`, `week` or `day`
    public final Selection<M, LocalDate> dates(String field, String unit, boolean descending) {
        return times(field, unit, descending, null, FieldType.date(), LocalDate.class);
    }

    /// {@return the same, the earliest first}
    public final Selection<M, LocalDate> dates(String field, String unit) {
        return dates(field, unit, false);
    }

    /// {@return the times at which a field of points in time has rows, cut off, each once}
    ///
    /// @param unit `year` to `second`
    /// @param zone where days begin; null for the running code's zone
    public final Selection<M, Instant> datetimes(
            String field, String unit, boolean descending, @Nullable ZoneId zone) {
        return times(field, unit, descending, zone, FieldType.dateTime(), Instant.class);
    }

    /// {@return the same in the running code's zone, the earliest first}
    public final Selection<M, Instant> datetimes(String field, String unit) {
        return datetimes(field, unit, false, null);
    }

    private <V> Selection<M, V> times(
            String field,
            String unit,
            boolean descending,
            @Nullable ZoneId zone,
            FieldType type,
            Class<V> java) {
        Node value = Names.named(tree(), Names.path(field));
        ValueType own = Types.of(tree(), value);
        boolean temporal =
                own != null
                        && (own.sql() instanceof SqlType.Date
                                || own.sql() instanceof SqlType.Timestamp
                                || own.sql() instanceof SqlType.LocalTimestamp);
        if (!temporal) {
            throw new QueryException(
                    Problem.of("orm.E119", "'" + field + "' holds no dates.")
                            .fixedBy("Name a field of dates or points in time."));
        }
        Node cut = F.trunc(unit, F.of(field), type, zone).node();
        Node known = Names.resolve(tree(), cut);
        Node there = new Node.IsNull(value, false);
        Select tree =
                tree().selectingColumns(List.of(new Select.Column(null, known)))
                        .asDistinct()
                        .filter(there)
                        .orderBy(List.of(new Ordering(known, descending, null)));
        return new Selection<>(
                mapping(), tree, alias(), new Selection.Shape<>((_, v) -> java.cast(v[0]), java));
    }

    /// {@return the rows as one value each}
    @SuppressWarnings({"unchecked", "NullAway"}) // the column is read as the expression's type
    public final <A> Selection<M, A> select(Expression<? super M, A> a) {
        return selected(values -> (A) values[0], a);
    }

    /// {@return the rows as objects made of one value each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, R> Selection<M, R> select(Make.Of1<A, R> maker, Expression<? super M, A> a) {
        return selected(v -> maker.make((A) v[0]), a);
    }

    /// {@return the rows as objects made of 2 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, B, R> Selection<M, R> select(
            Make.Of2<A, B, R> maker, Expression<? super M, A> a, Expression<? super M, B> b) {
        return selected(v -> maker.make((A) v[0], (B) v[1]), a, b);
    }

    /// {@return the rows as objects made of 3 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, B, C, R> Selection<M, R> select(
            Make.Of3<A, B, C, R> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c) {
        return selected(v -> maker.make((A) v[0], (B) v[1], (C) v[2]), a, b, c);
    }

    /// {@return the rows as objects made of 4 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, B, C, D, R> Selection<M, R> select(
            Make.Of4<A, B, C, D, R> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d) {
        return selected(v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3]), a, b, c, d);
    }

    /// {@return the rows as objects made of 5 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, B, C, D, E, R> Selection<M, R> select(
            Make.Of5<A, B, C, D, E, R> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e) {
        return selected(
                v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]), a, b, c, d, e);
    }

    /// {@return the rows as objects made of 6 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, B, C, D, E, X, R> Selection<M, R> select(
            Make.Of6<A, B, C, D, E, X, R> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e,
            Expression<? super M, X> f) {
        return selected(
                v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (X) v[5]),
                a,
                b,
                c,
                d,
                e,
                f);
    }

    /// {@return the rows as objects made of 7 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, B, C, D, E, X, G, R> Selection<M, R> select(
            Make.Of7<A, B, C, D, E, X, G, R> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e,
            Expression<? super M, X> f,
            Expression<? super M, G> g) {
        return selected(
                v ->
                        maker.make(
                                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (X) v[5],
                                (G) v[6]),
                a,
                b,
                c,
                d,
                e,
                f,
                g);
    }

    /// {@return the rows as objects made of 8 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public final <A, B, C, D, E, X, G, H, R> Selection<M, R> select(
            Make.Of8<A, B, C, D, E, X, G, H, R> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e,
            Expression<? super M, X> f,
            Expression<? super M, G> g,
            Expression<? super M, H> h) {
        return selected(
                v ->
                        maker.make(
                                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (X) v[5],
                                (G) v[6], (H) v[7]),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h);
    }

    /// {@return the rows as objects made by `maker` of any number of values}
    final <R extends @Nullable Object> Selection<M, R> selected(
            Selection.Maker<R> maker, Expression<?, ?>... expressions) {
        List<Select.Column> columns = new ArrayList<>(expressions.length);
        for (Expression<?, ?> expression : expressions) {
            columns.add(new Select.Column(null, Names.resolve(tree(), expression.node())));
        }
        return new Selection<>(
                mapping(),
                tree().selectingColumns(columns),
                alias(),
                new Selection.Shape<>((_, values) -> maker.make(values), Object.class));
    }
}
