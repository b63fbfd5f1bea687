package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives many rows of a table values of their own: from arrays of columns in one statement where
/// the database takes those, else by a statement for each that is sent for all at once.
///
/// @param <M> the objects' model
final class BulkUpdate<M extends Entity> {

    private static final int MOST_IN_BATCH = 1_000;

    private final ModelMapping<M> mapping;
    private final ModelMapping<?> level;
    private final Database database;
    private final Dialect dialect;

    /// @param level the model whose table it is: the objects' own, or one above
    BulkUpdate(ModelMapping<M> mapping, ModelMapping<?> level, Database database) {
        this.mapping = mapping;
        this.level = level;
        this.database = database;
        this.dialect = database.dialect();
    }

    /// Writes these fields of all objects.
    ///
    /// @param fields the numbers of fields of this table
    /// @param most rows at once, or 0 for as many as is good
    /// @return how many rows there were
    int run(List<? extends M> objects, List<Integer> fields, int most) {
        List<Integer> numbers = new ArrayList<>(fields);
        for (int key : level.keyNumbers()) {
            numbers.add(key);
        }
        boolean arrays = ColumnArrays.fit(dialect, mapping, numbers);
        int best = arrays ? ColumnArrays.MOST_ROWS : MOST_IN_BATCH;
        int size = most > 0 ? Math.min(most, best) : best;
        int rows = 0;
        for (int from = 0; from < objects.size(); from += size) {
            List<? extends M> some = objects.subList(from, Math.min(objects.size(), from + size));
            rows += arrays ? joined(some, fields, numbers) : oneByOne(some, fields, numbers);
        }
        return rows;
    }

    private int joined(List<? extends M> objects, List<Integer> fields, List<Integer> numbers) {
        List<SqlStatement.Parameter> parameters = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        String rows = ColumnArrays.unnested(mapping, objects, numbers, parameters, values);
        String table = dialect.quote(level.state().table());
        String sql =
                head(fields, number -> "v." + column(number))
                        + " FROM "
                        + rows
                        + " AS v ("
                        + listed(numbers, ", ", this::column)
                        + ") WHERE "
                        + listed(
                                keys(),
                                " AND ",
                                number -> table + "." + column(number) + " = v." + column(number));
        return database.update(new SqlStatement(sql, parameters), values.toArray());
    }

    private int oneByOne(List<? extends M> objects, List<Integer> fields, List<Integer> numbers) {
        List<SqlStatement.Parameter> parameters = new ArrayList<>();
        for (int number : numbers) {
            parameters.add(
                    new SqlStatement.Parameter(
                            level.sqlType(number), level.columns().get(number).secret()));
        }
        String sql =
                head(fields, _ -> "?")
                        + " WHERE "
                        + listed(keys(), " AND ", number -> column(number) + " = ?");
        List<@Nullable Object[]> rows = new ArrayList<>(objects.size());
        for (M object : objects) {
            var row = new @Nullable Object[numbers.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = mapping.stored(object, numbers.get(i));
            }
            rows.add(row);
        }
        int changed = 0;
        for (int one : database.batch(new SqlStatement(sql, parameters), rows)) {
            changed += one;
        }
        return changed;
    }

    private String head(List<Integer> fields, IntFunction<String> value) {
        return "UPDATE "
                + dialect.quote(level.state().table())
                + " SET "
                + listed(fields, ", ", number -> column(number) + " = " + value.apply(number));
    }

    private List<Integer> keys() {
        List<Integer> keys = new ArrayList<>();
        for (int key : level.keyNumbers()) {
            keys.add(key);
        }
        return keys;
    }

    private static String listed(List<Integer> numbers, String between, IntFunction<String> word) {
        return numbers.stream().map(word::apply).collect(Collectors.joining(between));
    }

    private String column(int number) {
        return dialect.quote(level.columns().get(number).column());
    }
}
