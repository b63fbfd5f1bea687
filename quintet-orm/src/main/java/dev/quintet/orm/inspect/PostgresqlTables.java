package dev.quintet.orm.inspect;

import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's tables, by its catalogue.
final class PostgresqlTables {

    private static final String NAMES =
            "(SELECT string_agg(a.attname, E'\\x01' ORDER BY u.place) FROM unnest(k.%s)"
                    + " WITH ORDINALITY u(number, place) JOIN pg_attribute a ON a.attrelid = k.%s"
                    + " AND a.attnum = u.number)";

    private final Database database;
    private final String schema;

    PostgresqlTables(Database database, @Nullable String schema) {
        this.database = database;
        this.schema =
                schema == null
                        ? LiveSchema.text(
                                LiveSchema.ask(database, "SELECT current_schema()").getFirst(), 0)
                        : schema;
    }

    /// A table while it is read.
    private record Draft(
            boolean view,
            String comment,
            List<LiveColumn> columns,
            List<String> key,
            List<LiveKey> keys,
            List<LiveIndex> indexes,
            List<LiveCheck> checks) {}

    List<LiveTable> read() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        columns(drafts);
        constraints(drafts);
        indexes(drafts);
        var tables = new ArrayList<LiveTable>();
        drafts.forEach((name, draft) ->
                tables.add(
                        new LiveTable(
                                name,
                                draft.view,
                                draft.comment,
                                draft.columns,
                                draft.key,
                                draft.keys,
                                draft.indexes,
                                draft.checks)));
        return tables;
    }

    private void columns(Map<String, Draft> drafts) {
        String sql =
                "SELECT c.relname, CASE WHEN c.relkind IN ('v', 'm') THEN '1' ELSE '0' END,"
                        + " obj_description(c.oid, 'pg_class'), a.attname,"
                        + " format_type(a.atttypid, a.atttypmod),"
                        + " CASE WHEN a.attnotnull THEN '0' ELSE '1' END,"
                        + " pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,"
                        + " col_description(c.oid, a.attnum),"
                        + " (SELECT string_agg(e.enumlabel, E'\\x01' ORDER BY e.enumsortorder)"
                        + " FROM pg_enum e WHERE e.enumtypid = a.atttypid)"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                        + " AND NOT a.attisdropped"
                        + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                        + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
                        + " AND NOT c.relispartition ORDER BY c.relname, a.attnum";
        for (List<@Nullable String> row : LiveSchema.ask(database, sql, schema)) {
            Draft draft =
                    drafts.computeIfAbsent(
                            LiveSchema.text(row, 0),
                            _ ->
                                    new Draft(
                                            LiveSchema.flag(row, 1),
                                            LiveSchema.text(row, 2),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>(),
                                            new ArrayList<>()));
            draft.columns.add(column(row));
        }
    }

    private static LiveColumn column(List<@Nullable String> row) {
        String initial = row.get(6);
        boolean generated = !LiveSchema.text(row, 8).isEmpty();
        boolean auto =
                !LiveSchema.text(row, 7).isEmpty()
                        || (initial != null && initial.startsWith("nextval("));
        String written = LiveSchema.text(row, 4);
        return new LiveColumn(
                LiveSchema.text(row, 3),
                written,
                LiveTypes.of("postgresql", written),
                auto,
                false,
                LiveSchema.flag(row, 5),
                auto || generated ? null : initial,
                generated ? initial : null,
                LiveSchema.text(row, 9),
                LiveSchema.list(row, 10));
    }

    private void constraints(Map<String, Draft> drafts) {
        String sql =
                "SELECT r.relname, k.conname, k.contype, "
                        + NAMES.formatted("conkey", "conrelid")
                        + ", f.relname, "
                        + NAMES.formatted("confkey", "confrelid")
                        + ", k.confdeltype, pg_get_constraintdef(k.oid)"
                        + " FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid"
                        + " JOIN pg_namespace n ON n.oid = r.relnamespace"
                        + " LEFT JOIN pg_class f ON f.oid = k.confrelid"
                        + " WHERE n.nspname = ? AND k.contype IN ('p', 'f', 'c')"
                        + " ORDER BY r.relname, k.conname";
        for (List<@Nullable String> row : LiveSchema.ask(database, sql, schema)) {
            Draft draft = drafts.get(LiveSchema.text(row, 0));
            if (draft == null) {
                continue;
            }
            switch (LiveSchema.text(row, 2)) {
                case "p" -> draft.key.addAll(LiveSchema.list(row, 3));
                case "f" ->
                        draft.keys.add(
                                new LiveKey(
                                        LiveSchema.text(row, 1),
                                        LiveSchema.list(row, 3),
                                        LiveSchema.text(row, 4),
                                        LiveSchema.list(row, 5),
                                        rule(LiveSchema.text(row, 6))));
                default ->
                        draft.checks.add(
                                new LiveCheck(
                                        LiveSchema.text(row, 1),
                                        LiveSchema.text(row, 7).replaceFirst("^CHECK ", "")));
            }
        }
    }

    private static OnDelete rule(String letter) {
        return switch (letter) {
            case "c" -> OnDelete.DB_CASCADE;
            case "n" -> OnDelete.DB_SET_NULL;
            case "d" -> OnDelete.DB_SET_DEFAULT;
            default -> OnDelete.DO_NOTHING;
        };
    }

    private void indexes(Map<String, Draft> drafts) {
        String sql =
                "SELECT r.relname, i.relname, CASE WHEN k.indisunique THEN '1' ELSE '0' END,"
                        + " CASE WHEN k.indpred IS NULL AND k.indexprs IS NULL"
                        + " AND m.amname = 'btree' AND k.indnatts = k.indnkeyatts"
                        + " AND (SELECT bool_and(o.opcdefault) FROM unnest(k.indclass) u(oid)"
                        + " JOIN pg_opclass o ON o.oid = u.oid) THEN '1' ELSE '0' END,"
                        + " (SELECT string_agg(CASE WHEN (k.indoption[u.place - 1] & 1) = 1"
                        + " THEN '-' ELSE '' END || a.attname, E'\\x01' ORDER BY u.place)"
                        + " FROM unnest(k.indkey) WITH ORDINALITY u(number, place)"
                        + " JOIN pg_attribute a ON a.attrelid = k.indrelid"
                        + " AND a.attnum = u.number),"
                        + " pg_get_indexdef(k.indexrelid)"
                        + " FROM pg_index k JOIN pg_class r ON r.oid = k.indrelid"
                        + " JOIN pg_class i ON i.oid = k.indexrelid"
                        + " JOIN pg_namespace n ON n.oid = r.relnamespace"
                        + " JOIN pg_am m ON m.oid = i.relam"
                        + " WHERE n.nspname = ? AND NOT k.indisprimary ORDER BY 1, 2";
        for (List<@Nullable String> row : LiveSchema.ask(database, sql, schema)) {
            Draft draft = drafts.get(LiveSchema.text(row, 0));
            if (draft != null) {
                String made = LiveSchema.text(row, 5);
                draft.indexes.add(
                        new LiveIndex(
                                LiveSchema.text(row, 1),
                                LiveSchema.list(row, 4),
                                LiveSchema.flag(row, 2),
                                LiveSchema.flag(row, 3),
                                made.substring(made.indexOf(" USING "))));
            }
        }
    }
}
