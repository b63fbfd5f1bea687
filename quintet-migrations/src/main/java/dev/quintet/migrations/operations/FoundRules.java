package dev.quintet.migrations.operations;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.schema.TableRules;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.List;

/// Asks the database what it calls the rules of columns: its tables may be Django's, or anybody's.
final class FoundRules implements TableRules {

    private static final int LONGEST = 255;

    private static final String POSTGRESQL =
            "SELECT c.conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE"
                    + " (SELECT string_agg(a.attname::text, ',' ORDER BY k.place) FROM"
                    + " unnest(c.conkey) WITH ORDINALITY AS k(number, place) JOIN pg_attribute a"
                    + " ON a.attrelid = t.oid AND a.attnum = k.number) = ? AND"
                    + " pg_table_is_visible(t.oid) AND t.relname = ? AND c.contype::text = ?";

    private static final String MARIADB =
            "SELECT k.constraint_name FROM information_schema.key_column_usage k JOIN"
                    + " information_schema.table_constraints t ON t.constraint_schema ="
                    + " k.constraint_schema AND t.constraint_name = k.constraint_name AND"
                    + " t.table_name = k.table_name WHERE k.table_schema = DATABASE() GROUP BY"
                    + " k.table_name, k.constraint_name, t.constraint_type HAVING"
                    + " GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position) = ? AND"
                    + " k.table_name = ? AND t.constraint_type = ?";

    private final Database database;

    FoundRules(Database database) {
        this.database = database;
    }

    @Override
    public List<String> names(String table, List<String> columns, Kind kind, String usual) {
        boolean postgresql = database.dialect().name().equals("postgresql");
        var text = new SqlStatement.Parameter(new SqlType.VarChar(LONGEST), false);
        List<String> found =
                database.query(
                        new SqlStatement(
                                postgresql ? POSTGRESQL : MARIADB, List.of(text, text, text)),
                        new Object[] {
                            String.join(",", columns),
                            table,
                            postgresql ? letter(kind) : kind.name().replace('_', ' ')
                        },
                        (result, row) -> {
                            var names = new ArrayList<String>();
                            while (result.next()) {
                                names.add(String.valueOf(row.text(1)));
                            }
                            return names;
                        });
        // Others over the same column are constraints of the model, with operations of their own.
        return found.contains(usual) ? List.of(usual) : found;
    }

    private static String letter(Kind kind) {
        return switch (kind) {
            case UNIQUE -> "u";
            case FOREIGN_KEY -> "f";
            case CHECK -> "c";
            case PRIMARY_KEY -> "p";
        };
    }
}
