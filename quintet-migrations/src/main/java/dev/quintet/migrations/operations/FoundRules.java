package dev.quintet.migrations.operations;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.schema.TableRules;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks the database what it calls the rules of columns: its tables may be Django's, or anybody's.
final class FoundRules implements TableRules {

    private static final int LONGEST = 255;
    private static final String LIKE = "_like";

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

    @Override
    public String together(String table, List<String> columns, String usual) {
        List<String> found = over(Set.copyOf(columns), read(uniques(), table));
        return found.isEmpty() || found.contains(usual) ? usual : found.getFirst();
    }

    @Override
    public String index(String table, String column, String usual, Collection<String> others) {
        boolean like = usual.endsWith(LIKE);
        List<String> found =
                over(Set.of(column), read(indexes(), table)).stream()
                        .filter(name -> name.endsWith(LIKE) == like && !others.contains(name))
                        .toList();
        return found.isEmpty() || found.contains(usual) ? usual : found.getFirst();
    }

    private static List<String> over(Set<String> columns, Map<String, Set<String>> rules) {
        return rules.entrySet().stream()
                .filter(one -> one.getValue().equals(columns))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String uniques() {
        return switch (database.dialect().name()) {
            case "postgresql" ->
                    "SELECT c.conname, a.attname FROM pg_constraint c JOIN pg_class t ON t.oid ="
                            + " c.conrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum ="
                            + " ANY(c.conkey) WHERE pg_table_is_visible(t.oid) AND t.relname = ?"
                            + " AND c.contype = 'u' ORDER BY 1";
            case "mariadb" ->
                    "SELECT k.constraint_name, k.column_name FROM"
                            + " information_schema.key_column_usage k JOIN"
                            + " information_schema.table_constraints t ON t.constraint_schema ="
                            + " k.constraint_schema AND t.constraint_name = k.constraint_name AND"
                            + " t.table_name = k.table_name WHERE k.table_schema = DATABASE() AND"
                            + " k.table_name = ? AND t.constraint_type = 'UNIQUE' ORDER BY 1";
            default ->
                    "SELECT l.name, i.name FROM pragma_index_list(?) l JOIN"
                            + " pragma_index_info(l.name) i WHERE l.\"unique\" = 1 AND l.origin ="
                            + " 'c' AND l.partial = 0 ORDER BY 1";
        };
    }

    /// SQLite makes a table anew where an index of a column goes.
    private String indexes() {
        return database.dialect().name().equals("postgresql")
                ? "SELECT i.relname, a.attname FROM pg_index x JOIN pg_class i ON i.oid ="
                        + " x.indexrelid JOIN pg_class t ON t.oid = x.indrelid JOIN pg_attribute a"
                        + " ON a.attrelid = t.oid AND a.attnum = ANY(x.indkey) WHERE"
                        + " pg_table_is_visible(t.oid) AND t.relname = ? AND NOT x.indisunique AND"
                        + " x.indpred IS NULL AND x.indexprs IS NULL ORDER BY 1"
                : "SELECT index_name, column_name FROM information_schema.statistics WHERE"
                        + " table_schema = DATABASE() AND table_name = ? AND non_unique = 1 ORDER"
                        + " BY 1";
    }

    /// {@return by name the columns of each}
    private Map<String, Set<String>> read(String sql, String table) {
        var text = new SqlStatement.Parameter(new SqlType.VarChar(LONGEST), false);
        return database.query(
                new SqlStatement(sql, List.of(text)),
                new Object[] {table},
                (result, row) -> {
                    Map<String, Set<String>> rules = new LinkedHashMap<>();
                    while (result.next()) {
                        rules.computeIfAbsent(String.valueOf(row.text(1)), _ -> new HashSet<>())
                                .add(String.valueOf(row.text(2)));
                    }
                    return rules;
                });
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
