package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.HistoryException;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.schema.SchemaEditor;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.SqlType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The table `django_migrations`, column for column as Django has it: either side finds there what
/// the other has done.
final class History {

    private static final int LONGEST = 255;

    private static final ModelState TABLE =
            ModelState.of("migrations", "Migration")
                    .inTable("django_migrations")
                    .with(FieldState.of("id", FieldType.bigAuto()).asKey())
                    .with(FieldState.of("app", FieldType.text(LONGEST)))
                    .with(FieldState.of("name", FieldType.text(LONGEST)))
                    .with(FieldState.of("applied", FieldType.dateTime()));

    private final Database database;
    private final Clock clock;

    History(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// {@return the names of all tables and views of the database, as {@link #named} spells them}
    static Set<String> tables(Database database) {
        var names = new LinkedHashSet<String>();
        return database.query(
                SqlStatement.of(database.dialect().tableNames()),
                new Object[0],
                (result, row) -> {
                    while (result.next()) {
                        names.add(named(database.dialect(), String.valueOf(row.text(1))));
                    }
                    return names;
                });
    }

    /// {@return a table's name in the way in which the database tells two apart: only PostgreSQL
    /// always minds their case}
    static String named(Dialect dialect, String table) {
        return dialect.name().equals("postgresql") ? table : table.toLowerCase(Locale.ROOT);
    }

    /// {@return whether there is a table of this name}
    static boolean has(Database database, String table) {
        return tables(database).contains(named(database.dialect(), table));
    }

    boolean exists() {
        return has(database, TABLE.table());
    }

    void create() {
        database.execute(new SchemaEditor(database.dialect(), List.of(TABLE)).create(TABLE));
    }

    /// {@return what was applied, in that order; nothing where the table is missing}
    Set<MigrationName> applied() {
        var applied = new LinkedHashSet<MigrationName>();
        return exists() ? read(applied) : applied;
    }

    private Set<MigrationName> read(Set<MigrationName> applied) {
        String sql =
                "SELECT "
                        + columns("app", "name")
                        + " FROM "
                        + quote(TABLE.table())
                        + " ORDER BY "
                        + quote("id");
        return database.query(
                SqlStatement.of(sql),
                new Object[0],
                (result, row) -> {
                    while (result.next()) {
                        applied.add(
                                new MigrationName(
                                        String.valueOf(row.text(1)), String.valueOf(row.text(2))));
                    }
                    return applied;
                });
    }

    void add(MigrationName name) {
        var text = new SqlStatement.Parameter(new SqlType.VarChar(LONGEST), false);
        var time = new SqlStatement.Parameter(new SqlType.Timestamp(), false);
        database.update(
                new SqlStatement(
                        "INSERT INTO "
                                + quote(TABLE.table())
                                + " ("
                                + columns("app", "name", "applied")
                                + ") VALUES (?, ?, ?)",
                        List.of(text, text, time)),
                new Object[] {
                    name.app(), name.name(), clock.instant().truncatedTo(ChronoUnit.MICROS)
                });
    }

    void remove(MigrationName name) {
        var text = new SqlStatement.Parameter(new SqlType.VarChar(LONGEST), false);
        database.update(
                new SqlStatement(
                        "DELETE FROM "
                                + quote(TABLE.table())
                                + " WHERE "
                                + quote("app")
                                + " = ? AND "
                                + quote("name")
                                + " = ?",
                        List.of(text, text)),
                new Object[] {name.app(), name.name()});
    }

    /// Refuses a history in which something was applied before what it depends on.
    static void refuseImpossible(MigrationGraph graph, Set<MigrationName> applied) {
        for (Migration one : graph.order()) {
            for (MigrationName dependency : graph.needs(one)) {
                if (applied.contains(one.name()) && !applied.contains(dependency)) {
                    throw new HistoryException(
                            Problem.of(
                                            "migrations.E005",
                                            "The migration "
                                                    + one
                                                    + " is applied, and "
                                                    + dependency
                                                    + ", on which it depends, is not.")
                                    .because("So says the table django_migrations.")
                                    .fixedBy(
                                            "If the database has its changes, add the row (Django:"
                                                    + " migrate --fake); else mend the dependency"
                                                    + " that was added later."));
                }
            }
        }
    }

    private String columns(String... names) {
        return List.of(names).stream()
                .map(this::quote)
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private String quote(String name) {
        return database.dialect().quote(name);
    }
}
