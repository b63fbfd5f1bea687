package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.RowCursor;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Plan;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of a few values each, made into what was asked for: a value, a record, a map, a list. A
/// query like any other: it can be filtered, ordered, grouped by annotating an aggregate, cut and
/// united.
///
/// @param <M> the model that it starts from
/// @param <T> what a row becomes
public final class Selection<M extends Entity, T extends @Nullable Object>
        extends Query<M, T, Selection<M, T>> {

    private static final int FETCH_SIZE = 500;

    private final Shape<T> shape;

    Selection(ModelMapping<M> mapping, Select tree, String alias, Shape<T> shape) {
        super(mapping, tree, alias);
        this.shape = shape;
    }

    /// Makes a row's object of its values.
    interface Maker<T extends @Nullable Object> {
        T make(@Nullable Object[] values);
    }

    /// Makes a row's object of its values and their names.
    interface NamedMaker<T extends @Nullable Object> {
        T make(List<String> names, @Nullable Object[] values);
    }

    /// What rows become.
    record Shape<T extends @Nullable Object>(NamedMaker<T> maker, Class<?> type) {

        static final Shape<Map<String, @Nullable Object>> MAP = new Shape<>(Shape::map, Map.class);

        static final Shape<List<@Nullable Object>> LIST =
                new Shape<>(
                        (_, values) -> Collections.unmodifiableList(Arrays.asList(values)),
                        List.class);

        static final Shape<@Nullable Object> FLAT =
                new Shape<>((_, values) -> values[0], Object.class);

        private static Map<String, @Nullable Object> map(
                List<String> names, @Nullable Object[] values) {
            Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(values.length);
            for (int i = 0; i < values.length; i++) {
                map.put(names.get(i), values[i]);
            }
            return map;
        }
    }

    /// {@return the rows of a tree's columns, made into objects}
    static <T extends @Nullable Object> Selection<?, T> made(
            Select tree, String alias, Maker<T> maker) {
        return made(tree.model(), tree, alias, maker);
    }

    private static <M extends Entity, T extends @Nullable Object> Selection<M, T> made(
            ModelMapping<M> mapping, Select tree, String alias, Maker<T> maker) {
        return new Selection<>(
                mapping, tree, alias, new Shape<>((_, values) -> maker.make(values), Object.class));
    }

    @Override
    Selection<M, T> with(Select tree) {
        return new Selection<>(mapping(), tree, alias(), shape);
    }

    /// {@return the rows of another database}
    public Selection<M, T> using(String alias) {
        return new Selection<>(mapping(), tree(), alias, shape);
    }

    /// {@return other columns of the same rows, as maps; groups stay what they are}
    public Selection<M, Map<String, @Nullable Object>> values(String... names) {
        return again(Arrays.asList(names), Shape.MAP);
    }

    /// {@return other columns of the same rows, as lists; groups stay what they are}
    public Selection<M, List<@Nullable Object>> valuesList(String... names) {
        return again(Arrays.asList(names), Shape.LIST);
    }

    /// {@return other columns of the same rows, as maps; groups stay what they are}
    public Selection<M, Map<String, @Nullable Object>> values(List<?> items) {
        return again(items, Shape.MAP);
    }

    /// {@return other columns of the same rows, as lists; groups stay what they are}
    public Selection<M, List<@Nullable Object>> valuesList(List<?> items) {
        return again(items, Shape.LIST);
    }

    /// {@return another column of the same rows, as one value each; groups stay what they are}
    public Selection<M, @Nullable Object> valuesFlat(String name) {
        return again(List.of(name), Shape.FLAT);
    }

    private <R extends @Nullable Object> Selection<M, R> again(List<?> items, Shape<R> other) {
        Select tree = tree().selectingColumns(Columns.named(tree(), items));
        return new Selection<>(mapping(), tree, alias(), other);
    }

    @Override
    List<T> load() {
        Database database = database();
        Plans.Ready ready = ready(database);
        if (ready.plan().empty()) {
            return new ArrayList<>();
        }
        List<String> names = names();
        return database.query(
                ready.plan().statement(),
                ready.values(),
                (result, row) -> {
                    List<T> rows = new ArrayList<>();
                    while (result.next()) {
                        rows.add(make(database.dialect(), ready.plan(), names, row));
                    }
                    return rows;
                });
    }

    @Override
    public Stream<T> stream() {
        Database database = database();
        Plans.Ready ready = ready(database);
        if (tree().none() || ready.plan().empty()) {
            return Stream.empty();
        }
        List<String> names = names();
        RowCursor cursor = database.cursor(ready.plan().statement(), ready.values(), FETCH_SIZE);
        return Stream.generate(() -> cursor.next())
                .takeWhile(more -> more)
                .map(_ -> make(database.dialect(), ready.plan(), names, cursor.row()))
                .onClose(cursor::close);
    }

    private Plans.Ready ready(Database database) {
        return Plans.plan(database.dialect(), Plans.Purpose.SELECT, tree(), Loading::keyOf);
    }

    private List<String> names() {
        List<Select.Column> columns =
                Objects.requireNonNull(tree().columns(), "A selection has columns.");
        List<String> names = new ArrayList<>(columns.size());
        for (Select.Column column : columns) {
            names.add(column.name() == null ? "column" + (names.size() + 1) : column.name());
        }
        return names;
    }

    private T make(Dialect dialect, Plan plan, List<String> names, Row row) {
        List<Plan.Output> outputs = plan.outputs();
        var values = new @Nullable Object[outputs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs.get(i).read(dialect, row, i + 1);
        }
        return shape.maker().make(names, values);
    }

    @Override
    boolean holds(Object row) {
        throw new QueryException(
                Problem.of(
                                "orm.E121",
                                "Rows of values cannot be asked whether they have an object.")
                        .fixedBy("Ask the query of entities: contains(object)."));
    }
}
