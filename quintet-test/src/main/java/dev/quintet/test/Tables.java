package dev.quintet.test;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.Models;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.connection.WorkUnit;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Empties the tables of all models that are managed, and lets their keys begin anew.
final class Tables {

    private Tables() {}

    static void empty(Context site, Database database) {
        List<String> tables = present(site, database);
        if (tables.isEmpty()) {
            return;
        }
        List<String> quoted = tables.stream().map(database.dialect()::quote).toList();
        WorkUnit unit = database.beginUnit();
        WorkUnit.Mark mark = unit.open();
        boolean done = false;
        try {
            database.execute(
                    switch (database.dialect().name()) {
                        case "postgresql" ->
                                List.of(
                                        "TRUNCATE "
                                                + String.join(", ", quoted)
                                                + " RESTART IDENTITY CASCADE");
                        case "mariadb" -> mariadb(quoted);
                        default -> sqlite(quoted, tables);
                    });
            done = true;
        } finally {
            if (done) {
                unit.commit(mark);
            } else {
                unit.rollback(mark);
            }
        }
    }

    private static List<String> mariadb(List<String> quoted) {
        var statements = new ArrayList<String>();
        statements.add("SET FOREIGN_KEY_CHECKS = 0");
        quoted.forEach(table -> statements.add("TRUNCATE TABLE " + table));
        statements.add("SET FOREIGN_KEY_CHECKS = 1");
        return statements;
    }

    private static List<String> sqlite(List<String> quoted, List<String> tables) {
        var statements = new ArrayList<String>();
        statements.add("PRAGMA defer_foreign_keys = ON");
        quoted.forEach(table -> statements.add("DELETE FROM " + table));
        for (String table : tables) {
            statements.add(
                    "UPDATE sqlite_sequence SET seq = 0 WHERE name = '"
                            + table.replace("'", "''")
                            + "'");
        }
        return statements;
    }

    private static List<String> present(Context site, Database database) {
        Set<String> there =
                database.query(
                        SqlStatement.of(database.dialect().tableNames()),
                        new Object[0],
                        (result, row) -> {
                            var names = new LinkedHashSet<String>();
                            while (result.next()) {
                                names.add(String.valueOf(row.text(1)).toLowerCase(Locale.ROOT));
                            }
                            return names;
                        });
        var tables = new LinkedHashSet<String>();
        for (var mapping : site.get(Models.KEY).list()) {
            ModelState model = mapping.state();
            if (model.managed()) {
                model.fields().forEach(field -> between(field, tables));
                tables.add(model.table());
            }
        }
        return tables.stream()
                .filter(table -> there.contains(table.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static void between(FieldState field, Set<String> tables) {
        RelationState relation = field.relation();
        if (relation != null && relation.through() != null) {
            tables.add(relation.through().table());
        }
    }
}
