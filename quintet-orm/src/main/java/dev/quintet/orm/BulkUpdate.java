package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One statement that gives many rows of a table values of their own.
///
/// @param <M> the objects' model
final class BulkUpdate<M extends Entity> {

    private final ModelMapping<M> mapping;
    private final ModelMapping<?> level;
    private final Database database;
    private final Dialect dialect;
    private final List<SqlStatement.Parameter> parameters = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /// @param level the model whose table it is: the objects' own, or one above
    BulkUpdate(ModelMapping<M> mapping, ModelMapping<?> level, Database database) {
        this.mapping = mapping;
        this.level = level;
        this.database = database;
        this.dialect = database.dialect();
    }

    int run(List<? extends M> objects, List<Integer> fields) {
        List<String> set = new ArrayList<>();
        for (int number : fields) {
            set.add(column(number) + " = " + choice(objects, number));
        }
        String sql =
                "UPDATE "
                        + dialect.quote(level.state().table())
                        + " SET "
                        + String.join(", ", set)
                        + " WHERE "
                        + rows(objects);
        return database.update(new SqlStatement(sql, parameters), values.toArray());
    }

    private String rows(List<? extends M> objects) {
        List<String> rows = new ArrayList<>();
        int key = level.keyNumbers()[0];
        boolean single = level.keyNumbers().length == 1;
        for (M object : objects) {
            if (single) {
                bind(key, Keys.of(object));
                rows.add("?");
            } else {
                rows.add("(" + isRow(object) + ")");
            }
        }
        return single
                ? column(key) + " IN (" + String.join(", ", rows) + ")"
                : String.join(" OR ", rows);
    }

    private String choice(List<? extends M> objects, int number) {
        var sql = new StringBuilder("CASE");
        for (M object : objects) {
            sql.append(" WHEN ").append(isRow(object)).append(" THEN ?");
            bind(number, mapping.stored(object, number));
        }
        sql.append(" END");
        if (!dialect.name().equals("postgresql")) {
            return sql.toString();
        }
        // A column of nothing but NULL, or of JSON, would be taken for text.
        FieldState plain = FieldState.of("cast", FieldType.text());
        return "CAST(" + sql + " AS " + dialect.columnType(plain, level.sqlType(number)) + ")";
    }

    private String isRow(M object) {
        List<String> parts = new ArrayList<>();
        List<Object> key = Keys.parts(Objects.requireNonNull(Keys.of(object)));
        for (int i = 0; i < key.size(); i++) {
            int number = level.keyNumbers()[i];
            parts.add(column(number) + " = ?");
            bind(number, key.get(i));
        }
        return String.join(" AND ", parts);
    }

    private String column(int number) {
        return dialect.quote(level.columns().get(number).column());
    }

    private void bind(int number, @Nullable Object value) {
        parameters.add(
                new SqlStatement.Parameter(
                        level.sqlType(number), level.columns().get(number).secret()));
        values.add(value);
    }
}
