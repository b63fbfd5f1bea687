package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.state.FieldState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes one object's row of one table; a model that extends another one has several.
///
/// @param <M> the object's model
final class RowWriter<M extends Entity> {

    private final ModelMapping<M> mapping;
    private final ModelMapping<?> level;
    private final M object;
    private final Database database;
    private final Dialect dialect;
    private final List<SqlStatement.Parameter> parameters = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /// @param level the model that the table belongs to: the object's own, or one above
    RowWriter(ModelMapping<M> mapping, ModelMapping<?> level, M object, Database database) {
        this.mapping = mapping;
        this.level = level;
        this.object = object;
        this.database = database;
        this.dialect = database.dialect();
    }

    /// {@return how many rows there were: one, or none}
    int update(BitSet fields, Object key) {
        List<String> set = new ArrayList<>();
        int version = own(mapping.version()) ? mapping.version() : -1;
        for (int number = level.firstOwn(); number < level.columns().size(); number++) {
            if (fields.get(number) && number != version) {
                set.add(column(number) + " = ?");
                bind(number, mapping.stored(object, number));
            }
        }
        boolean touched = !fields.isEmpty();
        if (version >= 0 && touched) {
            set.add(column(version) + " = " + column(version) + " + 1");
        }
        if (set.isEmpty()) {
            // Nothing of this table changes: there is only to look whether the row is there.
            int number = level.keyNumbers()[0];
            set.add(column(number) + " = " + column(number));
        }
        String sql =
                "UPDATE "
                        + dialect.quote(level.state().table())
                        + " SET "
                        + String.join(", ", set)
                        + " WHERE "
                        + String.join(" AND ", where(key, touched ? version : -1));
        List<Integer> made = made();
        int rows =
                made.isEmpty() || !dialect.returning()
                        ? database.update(new SqlStatement(sql, parameters), values.toArray())
                        : returned(sql, made);
        if (rows == 0 && version >= 0 && touched && object.state != null) {
            throw StaleRowException.of(mapping, object, database);
        }
        if (rows > 0 && version >= 0 && touched) {
            mapping.assign(object, version, next(version));
        }
        if (rows > 0 && !made.isEmpty() && !dialect.returning()) {
            select(made);
        }
        return rows;
    }

    private Object next(int version) {
        Number now = (Number) mapping.stored(object, version);
        return now == null ? 1L : now.longValue() + 1;
    }

    private boolean own(int number) {
        return number >= level.firstOwn() && number < level.columns().size();
    }

    private List<String> where(Object key, int version) {
        List<String> where = new ArrayList<>();
        List<Object> parts = Keys.parts(key);
        for (int i = 0; i < parts.size(); i++) {
            int number = level.keyNumbers()[i];
            where.add(column(number) + " = ?");
            bind(number, parts.get(i));
        }
        if (version >= 0 && object.state != null) {
            where.add(column(version) + " = ?");
            bind(version, mapping.stored(object, version));
        }
        return where;
    }

    void insert() {
        int auto = level.parent() == null ? unsetAutoKey() : -1;
        List<Integer> numbers = new ArrayList<>();
        List<Integer> back = new ArrayList<>();
        if (auto >= 0) {
            back.add(auto);
        }
        for (int number = level.firstOwn(); number < level.columns().size(); number++) {
            FieldState field = level.columns().get(number);
            Object value = number == auto ? null : mapping.stored(object, number);
            boolean left = field.generated() != null || (value == null && field.initial() != null);
            if (left) {
                back.add(number);
            } else if (number != auto) {
                numbers.add(number);
                bind(number, value);
            }
        }
        String sql = insertion(numbers);
        if (back.isEmpty()) {
            database.update(new SqlStatement(sql, parameters), values.toArray());
        } else if (dialect.returning()) {
            returned(sql, back);
        } else {
            insertThenSelect(sql, auto, back);
        }
    }

    private String insertion(List<Integer> numbers) {
        String table = dialect.quote(level.state().table());
        if (numbers.isEmpty()) {
            return dialect.insertDefaults(table);
        }
        return "INSERT INTO "
                + table
                + numbers.stream().map(this::column).collect(Collectors.joining(", ", " (", ")"))
                + numbers.stream()
                        .map(_ -> "?")
                        .collect(Collectors.joining(", ", " VALUES (", ")"));
    }

    private void insertThenSelect(String sql, int auto, List<Integer> back) {
        var statement = new SqlStatement(sql, parameters);
        if (auto < 0) {
            database.update(statement, values.toArray());
        } else {
            database.insert(
                    statement, values.toArray(), (result, row) -> read(result, row, List.of(auto)));
        }
        List<Integer> others = back.stream().filter(number -> number != auto).toList();
        if (!others.isEmpty()) {
            select(others);
        }
    }

    /// Reads columns that only the database knows now.
    private void select(List<Integer> numbers) {
        parameters.clear();
        values.clear();
        Object key = Keys.of(object);
        if (key == null) {
            return;
        }
        String where = String.join(" AND ", where(key, -1));
        String sql =
                "SELECT "
                        + columns(numbers)
                        + " FROM "
                        + dialect.quote(level.state().table())
                        + " WHERE "
                        + where;
        database.query(
                new SqlStatement(sql, parameters),
                values.toArray(),
                (result, row) -> read(result, row, numbers));
    }

    private int returned(String sql, List<Integer> numbers) {
        return database.insert(
                new SqlStatement(sql + " RETURNING " + columns(numbers), parameters),
                values.toArray(),
                (result, row) -> read(result, row, numbers));
    }

    private int read(ResultSet result, Row row, List<Integer> numbers) throws SQLException {
        if (!result.next()) {
            return 0;
        }
        for (int i = 0; i < numbers.size(); i++) {
            mapping.load(object, numbers.get(i), row, i + 1);
        }
        return 1;
    }

    private String columns(List<Integer> numbers) {
        return numbers.stream().map(this::column).collect(Collectors.joining(", "));
    }

    /// The columns of this table that the database makes of others.
    private List<Integer> made() {
        List<Integer> made = new ArrayList<>();
        for (int number = level.firstOwn(); number < level.columns().size(); number++) {
            if (level.columns().get(number).generated() != null) {
                made.add(number);
            }
        }
        return made;
    }

    private int unsetAutoKey() {
        boolean unset = level.autoKey() && Keys.of(object) == null;
        return unset ? level.keyNumbers()[0] : -1;
    }

    private String column(int number) {
        return dialect.quote(level.columns().get(number).column());
    }

    private void bind(int number, @Nullable Object value) {
        FieldState field = level.columns().get(number);
        parameters.add(new SqlStatement.Parameter(level.sqlType(number), field.secret()));
        values.add(value);
    }
}
