package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.state.FieldState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// New rows of one table by few statements.
///
/// @param <M> the objects' model
final class BulkInsert<M extends Entity> {

    /// More rows in one statement make it no quicker, and its text is parsed anew.
    private static final int MOST_ROWS = 1_000;

    private final ModelMapping<M> mapping;
    private final Database database;
    private final Dialect dialect;
    private final BulkOptions options;

    BulkInsert(ModelMapping<M> mapping, Database database, BulkOptions options) {
        this.mapping = mapping;
        this.database = database;
        this.dialect = database.dialect();
        this.options = options;
    }

    /// {@return the columns that a new row leaves to the database}
    static <M extends Entity> BitSet left(ModelMapping<M> mapping, M object) {
        var left = new BitSet();
        left(mapping, object, left);
        return left;
    }

    /// Tells the columns that a new row leaves to the database.
    static <M extends Entity> void left(ModelMapping<M> mapping, M object, BitSet left) {
        boolean unset = mapping.autoKey() && Keys.of(mapping, object) == null;
        for (int number = 0; number < mapping.columns().size(); number++) {
            FieldState field = mapping.columns().get(number);
            boolean key = unset && field.primaryKey();
            boolean initial = field.initial() != null && mapping.stored(object, number) == null;
            left.set(number, key || initial || field.generated() != null);
        }
    }

    /// Writes rows that leave the same columns to the database.
    void run(List<M> objects) {
        BitSet left = left(mapping, objects.getFirst());
        List<Integer> numbers = new ArrayList<>();
        List<Integer> back = new ArrayList<>();
        for (int number = 0; number < mapping.columns().size(); number++) {
            (left.get(number) ? back : numbers).add(number);
        }
        boolean plain = options.conflicts() == BulkOptions.Conflicts.REFUSE;
        boolean told =
                plain
                        || (dialect.returning()
                                && options.conflicts() == BulkOptions.Conflicts.UPDATE);
        List<Integer> read = told ? back : List.of();
        boolean onlyKeys = read.size() == 1 && read.getFirst() == mapping.keyNumbers()[0];
        if (!read.isEmpty() && !dialect.returning() && (!onlyKeys || numbers.isEmpty())) {
            objects.forEach(object -> new RowWriter<>(mapping, mapping, object, database).insert());
            return;
        }
        boolean arrays = ColumnArrays.fit(dialect, mapping, numbers);
        int most = arrays ? ColumnArrays.MOST_ROWS : mostRows(numbers.size());
        int size = options.batch() > 0 ? Math.min(options.batch(), most) : most;
        for (int from = 0; from < objects.size(); from += size) {
            insert(
                    objects.subList(from, Math.min(objects.size(), from + size)),
                    numbers,
                    read,
                    arrays);
        }
    }

    private int mostRows(int columns) {
        return Math.max(1, Math.min(MOST_ROWS, dialect.mostParameters() / Math.max(1, columns)));
    }

    private void insert(
            List<M> objects, List<Integer> numbers, List<Integer> read, boolean arrays) {
        List<SqlStatement.Parameter> parameters = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        String rows =
                arrays
                        ? " SELECT * FROM "
                                + ColumnArrays.unnested(
                                        mapping, objects, numbers, parameters, values)
                        : rows(objects, numbers, parameters, values);
        boolean ignoring = options.conflicts() == BulkOptions.Conflicts.IGNORE;
        String sql =
                (ignoring ? ConflictWords.insertIgnoring(dialect) : "INSERT INTO ")
                        + dialect.quote(mapping.state().table())
                        + (numbers.isEmpty() ? "" : " (" + names(numbers) + ")")
                        + rows
                        + conflicts();
        if (read.isEmpty()) {
            database.update(new SqlStatement(sql, parameters), values.toArray());
            return;
        }
        if (!dialect.returning()) {
            number(objects, new SqlStatement(sql, parameters), values);
            return;
        }
        database.insert(
                new SqlStatement(sql + " RETURNING " + names(read), parameters),
                values.toArray(),
                (result, row) -> take(result, row, objects, read));
    }

    /// Rows of one statement get keys in a row, at a distance that the server is set to; the driver
    /// tells the first.
    private void number(List<M> objects, SqlStatement statement, List<@Nullable Object> values) {
        long step =
                database.query(
                        SqlStatement.of("SELECT @@auto_increment_increment"),
                        new @Nullable Object[0],
                        (result, row) -> result.next() ? row.int64(1) : 1L);
        long first =
                database.insert(
                        statement,
                        values.toArray(),
                        (result, row) -> result.next() ? row.int64(1) : 0L);
        for (int i = 0; i < objects.size(); i++) {
            mapping.assign(objects.get(i), mapping.keyNumbers()[0], first + i * step);
        }
    }

    private int take(ResultSet result, Row row, List<M> objects, List<Integer> read)
            throws SQLException {
        int at = 0;
        while (result.next() && at < objects.size()) {
            for (int i = 0; i < read.size(); i++) {
                mapping.load(objects.get(at), read.get(i), row, i + 1);
            }
            at++;
        }
        return at;
    }

    private String rows(
            List<M> objects,
            List<Integer> numbers,
            List<SqlStatement.Parameter> parameters,
            List<@Nullable Object> values) {
        if (numbers.isEmpty()) {
            return defaults(objects.size());
        }
        for (M object : objects) {
            for (int number : numbers) {
                parameters.add(new SqlStatement.Parameter(mapping.sqlType(number), secret(number)));
                values.add(mapping.stored(object, number));
            }
        }
        String one = "(" + String.join(", ", Collections.nCopies(numbers.size(), "?")) + ")";
        return " VALUES " + String.join(", ", Collections.nCopies(objects.size(), one));
    }

    private String defaults(int rows) {
        if (rows == 1 && !dialect.name().equals("mariadb")) {
            return " DEFAULT VALUES";
        }
        String key = dialect.name().equals("sqlite") ? "(NULL)" : "(DEFAULT)";
        return " ("
                + dialect.quote(mapping.columns().get(mapping.keyNumbers()[0]).column())
                + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, key));
    }

    private String conflicts() {
        return switch (options.conflicts()) {
            case REFUSE -> "";
            case IGNORE -> ConflictWords.ignoring(dialect);
            case UPDATE ->
                    ConflictWords.updating(
                            dialect, quoted(options.unique()), quoted(options.update()));
        };
    }

    private List<String> quoted(List<String> fields) {
        List<String> columns = new ArrayList<>();
        for (String field : Saving.parts(mapping, fields)) {
            int number = mapping.number(field);
            if (number < 0) {
                throw new UnknownFieldException(mapping.state().name(), field, mapping.names());
            }
            columns.add(dialect.quote(mapping.columns().get(number).column()));
        }
        if (columns.isEmpty()) {
            throw new QueryException(
                    Problem.of("orm.E164", "Rows that meet others are to take nothing from them.")
                            .fixedBy("Name the fields: updating(List.of(...), List.of(...))."));
        }
        return columns;
    }

    private boolean secret(int number) {
        return mapping.columns().get(number).secret();
    }

    private String names(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> dialect.quote(mapping.columns().get(number).column()))
                .collect(Collectors.joining(", "));
    }
}
