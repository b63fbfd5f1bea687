package dev.quintet.orm;

import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Feature;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many objects' values as one array for each column, which PostgreSQL makes rows of: a statement
/// of the same text, and of few parameters, for any number of rows.
final class ColumnArrays {

    /// Most rows of one statement.
    static final int MOST_ROWS = 10_000;

    private ColumnArrays() {}

    /// {@return whether a database takes rows of these columns in this form}
    static boolean fit(Dialect dialect, ModelMapping<?> mapping, List<Integer> numbers) {
        return dialect.features().contains(Feature.ARRAYS)
                && !numbers.isEmpty()
                && numbers.stream()
                        .map(mapping::sqlType)
                        .noneMatch(type ->
                                type instanceof SqlType.ArrayOf
                                        || type instanceof SqlType.Hstore
                                        || type instanceof SqlType.RangeOf
                                        || type instanceof SqlType.Binary);
    }

    /// {@return the rows as a table: `unnest(?, ?)`}
    static <M extends Entity> String unnested(
            ModelMapping<M> mapping,
            List<? extends M> objects,
            List<Integer> numbers,
            List<SqlStatement.Parameter> parameters,
            List<@Nullable Object> values) {
        for (int number : numbers) {
            List<@Nullable Object> column = new ArrayList<>(objects.size());
            for (M object : objects) {
                column.add(mapping.stored(object, number));
            }
            parameters.add(
                    new SqlStatement.Parameter(
                            new SqlType.ArrayOf(mapping.sqlType(number)),
                            mapping.columns().get(number).secret()));
            values.add(column);
        }
        return "unnest(" + String.join(", ", Collections.nCopies(numbers.size(), "?")) + ")";
    }
}
