package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the key of a table of other columns, where it has several before or afterwards. PostgreSQL
/// and MariaDB.
final class KeyAlteration {

    private final Dialect dialect;
    private final TableRules rules;

    KeyAlteration(Dialect dialect, TableRules rules) {
        this.dialect = dialect;
        this.rules = rules;
    }

    /// {@return whether a change gives the table a key of other fields, and one of the two has
    /// several}
    static boolean needed(ModelState before, ModelState after) {
        List<String> old = names(before);
        List<String> now = names(after);
        return !old.equals(now) && !now.isEmpty() && (old.size() > 1 || now.size() > 1);
    }

    private static List<String> names(ModelState model) {
        return model.key().stream().map(FieldState::name).toList();
    }

    /// {@return the statements that take the old key away and put the new one in its place}
    ///
    /// @param before the model whose key the table has
    /// @param after the model whose key it gets
    List<String> statements(ModelState before, ModelState after) {
        String alter = "ALTER TABLE " + dialect.quote(after.table()) + " ";
        String added = "ADD PRIMARY KEY (" + columns(after) + ")";
        if (before.key().isEmpty()) {
            return List.of(alter + added);
        }
        if (dialect.name().equals("mariadb")) {
            return List.of(alter + "DROP PRIMARY KEY, " + added);
        }
        List<String> columns = before.key().stream().map(FieldState::column).toList();
        List<String> statements = new ArrayList<>();
        rules.names(after.table(), columns, TableRules.Kind.PRIMARY_KEY, before.table() + "_pkey")
                .forEach(name -> statements.add(alter + "DROP CONSTRAINT " + dialect.quote(name)));
        statements.add(alter + added);
        return statements;
    }

    private String columns(ModelState model) {
        return model.key().stream()
                .map(field -> dialect.quote(field.column()))
                .collect(Collectors.joining(", "));
    }
}
