package dev.quintet.orm.inspect;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// MariaDB's tables, by the information schema.
final class MariadbTables {

    private final Database database;
    private final String schema;

    MariadbTables(Database database, @Nullable String schema) {
        this.database = database;
        this.schema = schema == null ? LiveSchema.current(database) : schema;
    }

    /// A table while it is read.
    private record Draft(
            boolean view,
            String comment,
            List<List<@Nullable String>> columns,
            List<String> key,
            List<LiveKey> keys,
            List<LiveIndex> indexes,
            List<LiveCheck> checks) {}

    List<LiveTable> read() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        columns(drafts);
        keys(drafts);
        indexes(drafts);
        checks(drafts);
        var tables = new ArrayList<LiveTable>();
        drafts.forEach((name, draft) ->
                tables.add(
                        new LiveTable(
                                name,
                                draft.view,
                                draft.comment,
                                draft.columns.stream()
                                        .map(row -> column(row, draft.checks))
                                        .toList(),
                                draft.key,
                                draft.keys,
                                draft.indexes,
                                draft.checks.stream()
                                        .filter(one -> !isJson(one.condition()))
                                        .toList())));
        return tables;
    }

    private void columns(Map<String, Draft> drafts) {
        String sql =
                "SELECT t.TABLE_NAME, CASE WHEN t.TABLE_TYPE LIKE '%VIEW' THEN '1' ELSE '0' END,"
                        + " t.TABLE_COMMENT, c.COLUMN_NAME, c.COLUMN_TYPE, c.IS_NULLABLE,"
                        + " c.COLUMN_DEFAULT, c.EXTRA, c.GENERATION_EXPRESSION, c.COLUMN_COMMENT"
                        + " FROM information_schema.TABLES t JOIN information_schema.COLUMNS c"
                        + " ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME"
                        + " WHERE t.TABLE_SCHEMA = ? ORDER BY t.TABLE_NAME, c.ORDINAL_POSITION";
        for (List<@Nullable String> row : LiveSchema.ask(database, sql, schema)) {
            boolean view = LiveSchema.flag(row, 1);
            drafts.computeIfAbsent(
                            LiveSchema.text(row, 0),
                            _ ->
                                    new Draft(
                                            view,
                                            view ? "" : LiveSchema.text(row, 2),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>()))
                    .columns
                    .add(row);
        }
    }

    private static LiveColumn column(List<@Nullable String> row, List<LiveCheck> checks) {
        String name = LiveSchema.text(row, 3);
        String written = LiveSchema.text(row, 4);
        String initial = row.get(6);
        String generated = row.get(8);
        boolean json =
                checks.stream()
                        .anyMatch(one -> one.condition().equals("json_valid(`" + name + "`)"));
        List<String> labels = written.startsWith("enum(") ? labels(written) : List.of();
        boolean auto = LiveSchema.text(row, 7).contains("auto_increment");
        return new LiveColumn(
                name,
                written,
                json ? new SqlType.Json() : LiveTypes.of("mariadb", written),
                auto,
                written.contains("unsigned"),
                LiveSchema.text(row, 5).equals("YES"),
                initial == null || initial.equals("NULL") ? null : initial,
                generated == null || generated.isEmpty() ? null : generated,
                LiveSchema.text(row, 9),
                labels);
    }

    private static List<String> labels(String written) {
        var labels = new ArrayList<String>();
        var at = java.util.regex.Pattern.compile("'((?:[^']|'')*)'").matcher(written);
        while (at.find()) {
            labels.add(Objects.requireNonNull(at.group(1)).replace("''", "'"));
        }
        return labels;
    }

    private void keys(Map<String, Draft> drafts) {
        String sql =
                "SELECT k.TABLE_NAME, k.CONSTRAINT_NAME,"
                        + " GROUP_CONCAT(k.COLUMN_NAME ORDER BY k.ORDINAL_POSITION SEPARATOR"
                        + " 0x01), k.REFERENCED_TABLE_NAME,"
                        + " GROUP_CONCAT(k.REFERENCED_COLUMN_NAME ORDER BY k.ORDINAL_POSITION"
                        + " SEPARATOR 0x01), r.DELETE_RULE"
                        + " FROM information_schema.KEY_COLUMN_USAGE k"
                        + " JOIN information_schema.REFERENTIAL_CONSTRAINTS r"
                        + " ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA"
                        + " AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME"
                        + " AND r.TABLE_NAME = k.TABLE_NAME"
                        + " WHERE k.TABLE_SCHEMA = ? AND k.REFERENCED_TABLE_NAME IS NOT NULL"
                        + " GROUP BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.REFERENCED_TABLE_NAME,"
                        + " r.DELETE_RULE ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME";
        for (List<@Nullable String> row : LiveSchema.ask(database, sql, schema)) {
            Draft draft = drafts.get(LiveSchema.text(row, 0));
            if (draft != null) {
                draft.keys.add(
                        new LiveKey(
                                LiveSchema.text(row, 1),
                                LiveSchema.list(row, 2),
                                LiveSchema.text(row, 3),
                                LiveSchema.list(row, 4),
                                SqliteTables.rule(LiveSchema.text(row, 5))));
            }
        }
    }

    private void indexes(Map<String, Draft> drafts) {
        String sql =
                "SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME, COLLATION, SUB_PART,"
                        + " INDEX_TYPE FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ?"
                        + " ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX";
        Map<List<String>, List<List<@Nullable String>>> parts = new LinkedHashMap<>();
        for (List<@Nullable String> row : LiveSchema.ask(database, sql, schema)) {
            parts.computeIfAbsent(
                            List.of(LiveSchema.text(row, 0), LiveSchema.text(row, 1)),
                            _ -> new ArrayList<>())
                    .add(row);
        }
        parts.forEach((at, rows) -> {
            Draft draft = drafts.get(at.getFirst());
            if (draft == null) {
                return;
            }
            if (at.getLast().equals("PRIMARY")) {
                rows.forEach(row -> draft.key.add(LiveSchema.text(row, 3)));
                return;
            }
            draft.indexes.add(index(at.getLast(), rows));
        });
    }

    private static LiveIndex index(String name, List<List<@Nullable String>> rows) {
        boolean plain =
                rows.stream()
                        .allMatch(row ->
                                row.get(5) == null && LiveSchema.text(row, 6).equals("BTREE"));
        List<String> columns =
                rows.stream()
                        .map(row ->
                                (LiveSchema.text(row, 4).equals("D") ? "-" : "")
                                        + LiveSchema.text(row, 3))
                        .toList();
        return new LiveIndex(
                name,
                columns,
                LiveSchema.text(rows.getFirst(), 2).equals("0"),
                plain,
                LiveSchema.text(rows.getFirst(), 6)
                        + rows.stream().map(row -> LiveSchema.text(row, 5)).toList());
    }

    private void checks(Map<String, Draft> drafts) {
        String sql =
                "SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE"
                        + " FROM information_schema.CHECK_CONSTRAINTS"
                        + " WHERE CONSTRAINT_SCHEMA = ? ORDER BY TABLE_NAME, CONSTRAINT_NAME";
        for (List<@Nullable String> row : LiveSchema.ask(database, sql, schema)) {
            Draft draft = drafts.get(LiveSchema.text(row, 0));
            if (draft != null) {
                draft.checks.add(new LiveCheck(LiveSchema.text(row, 1), LiveSchema.text(row, 2)));
            }
        }
    }

    private static boolean isJson(String condition) {
        return condition.matches("json_valid\\(`[^`]+`\\)");
    }
}
