package dev.quintet.migrations;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.HistoryException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether what an app's first migration makes is in the database already. Django:
/// `detect_soft_applied`, which looks less closely.
final class Initial {

    private Initial() {}

    /// {@return whether a migration is the first of its app, and all tables and columns are there
    /// that it makes}
    ///
    /// @throws HistoryException when some of them are there, and others are not
    static boolean isThere(
            Migration migration, ProjectState before, Context site, Database database) {
        String app = migration.name().app();
        boolean first = migration.dependencies().stream().noneMatch(name -> name.app().equals(app));
        if (!first) {
            return false;
        }
        ProjectState after = before;
        for (Operation operation : migration.operations()) {
            after = operation.stateForwards(after);
        }
        Set<String> tables = History.tables(database);
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (ModelState model : after.models()) {
            boolean made =
                    before.find(model.label()) == null
                            && model.managed()
                            && !model.options().proxy()
                            && Migrator.belongs(site, database, model);
            if (made && tables.contains(History.named(database.dialect(), model.table()))) {
                there.add("the table " + model.table());
                Set<String> columns = columns(database, model.table());
                for (FieldState field : model.columns()) {
                    if (!columns.contains(field.column().toLowerCase(Locale.ROOT))) {
                        missing.add("the column " + model.table() + "." + field.column());
                    }
                }
            } else if (made) {
                missing.add("the table " + model.table());
            }
            if (made) {
                between(model, tables, database, missing);
            }
        }
        if (there.isEmpty()) {
            return false;
        }
        if (!missing.isEmpty()) {
            throw new HistoryException(
                    Problem.of(
                                    "migrations.E035",
                                    "What " + migration + " makes is in the database in part.")
                            .because(
                                    "There is "
                                            + String.join(", ", there)
                                            + "; there is not "
                                            + String.join(", ", missing)
                                            + ".")
                            .fixedBy(
                                    "Make what is missing by hand, or drop the rest, then run"
                                            + " migrate --fake-initial again."));
        }
        return true;
    }

    private static void between(
            ModelState model, Set<String> tables, Database database, List<String> missing) {
        for (FieldState field : model.fields()) {
            RelationState relation = field.relation();
            RelationState.Through through = relation == null ? null : relation.through();
            if (through != null
                    && through.model() == null
                    && !tables.contains(History.named(database.dialect(), through.table()))) {
                missing.add("the table " + through.table());
            }
        }
    }

    private static Set<String> columns(Database database, String table) {
        return database.query(
                SqlStatement.of(
                        "SELECT * FROM " + database.dialect().quote(table) + " WHERE 1 = 0"),
                new Object[0],
                (result, _) -> {
                    var names = new HashSet<String>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        names.add(result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                    }
                    return names;
                });
    }
}
