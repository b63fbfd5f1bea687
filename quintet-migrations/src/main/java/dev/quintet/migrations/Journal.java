package dev.quintet.migrations;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far migrations have come that the database cannot keep whole: a table of its own, which is
/// there only while one of them is half done.
final class Journal {

    private static final int LONGEST = 255;

    /// Between statements: ASCII's record separator, which SQL has no use for.
    private static final String BETWEEN = "\u001e";

    private static final ModelState TABLE =
            ModelState.of("migrations", "Progress")
                    .inTable("quintet_migration_progress")
                    .with(FieldState.of("id", FieldType.bigAuto()).asKey())
                    .with(FieldState.of("app", FieldType.text(LONGEST)))
                    .with(FieldState.of("name", FieldType.text(LONGEST)))
                    .with(FieldState.of("backwards", FieldType.bool()))
                    .with(FieldState.of("operation", FieldType.int32()))
                    .with(FieldState.of("batch", FieldType.int32()))
                    .with(FieldState.of("statement", FieldType.int32()))
                    .with(FieldState.of("doubtful", FieldType.bool()))
                    .with(FieldState.of("said", FieldType.text()))
                    .with(FieldState.of("source", FieldType.text()))
                    .with(FieldState.of("statements", FieldType.text()));

    private static final List<String> CHANGING =
            List.of(
                    "backwards",
                    "operation",
                    "batch",
                    "statement",
                    "doubtful",
                    "said",
                    "source",
                    "statements");

    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    /// Where a migration is.
    ///
    /// @param operation number of the one that is due, from 0, counted in the direction
    /// @param batch number of the list of statements of that operation, from 0
    /// @param statement number of the one of these that is due, from 0
    /// @param doubtful whether it was begun, and it is not known whether it was done
    /// @param said the operation in words
    /// @param source the operation's statements as it says them without looking at the database
    /// @param statements the list as it was begun; empty when no statement was
    record Entry(
            MigrationName name,
            boolean backwards,
            int operation,
            int batch,
            int statement,
            boolean doubtful,
            String said,
            String source,
            List<String> statements) {

        Entry {
            statements = List.copyOf(statements);
        }

        static Entry beginning(Step step) {
            return at(step, 0, "");
        }

        static Entry at(Step step, int operation, String said) {
            return new Entry(
                    step.migration().name(),
                    step.backwards(),
                    operation,
                    0,
                    0,
                    false,
                    said,
                    "",
                    List.of());
        }

        /// {@return the statements of the operation that are known to be done}
        List<String> done() {
            return statements.subList(0, Math.min(statement, statements.size()));
        }
    }

    boolean exists() {
        return History.has(database, TABLE.table());
    }

    void create() {
        if (!exists()) {
            database.execute(new SchemaEditor(database.dialect(), List.of(TABLE)).create(TABLE));
        }
    }

    /// Drops the table, unless something is half done.
    void dropIfEmpty() {
        if (exists() && all().isEmpty()) {
            database.execute(new SchemaEditor(database.dialect(), List.of(TABLE)).drop(TABLE));
        }
    }

    /// {@return what is half done}
    ///
    /// Whoever ends the last migration drops the table, perhaps between our looks at it.
    List<Entry> all() {
        try {
            return exists() ? read("", new Object[0], List.of()) : List.of();
        } catch (DatabaseException failed) {
            if (exists()) {
                throw failed;
            }
            return List.of();
        }
    }

    @Nullable Entry find(MigrationName name) {
        List<Entry> found =
                read(
                        " WHERE " + quote("app") + " = ? AND " + quote("name") + " = ?",
                        new Object[] {name.app(), name.name()},
                        List.of(text(), text()));
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<Entry> read(
            String where, Object[] values, List<SqlStatement.Parameter> parameters) {
        String sql =
                "SELECT "
                        + quote("app")
                        + ", "
                        + quote("name")
                        + ", "
                        + String.join(", ", CHANGING.stream().map(this::quote).toList())
                        + " FROM "
                        + quote(TABLE.table())
                        + where
                        + " ORDER BY "
                        + quote("id");
        return database.query(
                new SqlStatement(sql, parameters),
                values,
                (result, row) -> {
                    var found = new ArrayList<Entry>();
                    while (result.next()) {
                        found.add(entry(row));
                    }
                    return found;
                });
    }

    private static Entry entry(Row row) {
        int column = 0;
        var name =
                new MigrationName(
                        String.valueOf(row.text(++column)), String.valueOf(row.text(++column)));
        boolean backwards = row.bool(++column);
        int operation = row.int32(++column);
        int batch = row.int32(++column);
        int statement = row.int32(++column);
        boolean doubtful = row.bool(++column);
        String said = String.valueOf(row.text(++column));
        String source = String.valueOf(row.text(++column));
        String statements = String.valueOf(row.text(++column));
        return new Entry(
                name,
                backwards,
                operation,
                batch,
                statement,
                doubtful,
                said,
                source,
                statements.isEmpty() ? List.of() : List.of(statements.split(BETWEEN, -1)));
    }

    void put(Entry entry) {
        var whole = new SqlStatement.Parameter(new SqlType.Int(), false);
        var truth = new SqlStatement.Parameter(new SqlType.Bool(), false);
        var parameters =
                List.of(
                        truth,
                        whole,
                        whole,
                        whole,
                        truth,
                        longText(),
                        longText(),
                        longText(),
                        text(),
                        text());
        Object[] values = {
            entry.backwards(),
            entry.operation(),
            entry.batch(),
            entry.statement(),
            entry.doubtful(),
            entry.said(),
            entry.source(),
            String.join(BETWEEN, entry.statements()),
            entry.name().app(),
            entry.name().name()
        };
        String set =
                String.join(", ", CHANGING.stream().map(column -> quote(column) + " = ?").toList());
        int there =
                database.update(
                        new SqlStatement(
                                "UPDATE "
                                        + quote(TABLE.table())
                                        + " SET "
                                        + set
                                        + " WHERE "
                                        + quote("app")
                                        + " = ? AND "
                                        + quote("name")
                                        + " = ?",
                                parameters),
                        values);
        if (there == 0) {
            String columns = String.join(", ", CHANGING.stream().map(this::quote).toList());
            database.update(
                    new SqlStatement(
                            "INSERT INTO "
                                    + quote(TABLE.table())
                                    + " ("
                                    + columns
                                    + ", "
                                    + quote("app")
                                    + ", "
                                    + quote("name")
                                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            parameters),
                    values);
        }
    }

    void remove(MigrationName name) {
        database.update(
                new SqlStatement(
                        "DELETE FROM "
                                + quote(TABLE.table())
                                + " WHERE "
                                + quote("app")
                                + " = ? AND "
                                + quote("name")
                                + " = ?",
                        List.of(text(), text())),
                new Object[] {name.app(), name.name()});
    }

    private static SqlStatement.Parameter text() {
        return new SqlStatement.Parameter(new SqlType.VarChar(LONGEST), false);
    }

    private static SqlStatement.Parameter longText() {
        return new SqlStatement.Parameter(new SqlType.Text(), false);
    }

    private String quote(String name) {
        return database.dialect().quote(name);
    }
}
