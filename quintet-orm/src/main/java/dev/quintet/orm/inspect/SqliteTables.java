package dev.quintet.orm.inspect;

import dev.quintet.orm.OnDelete;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// SQLite's tables, by its pragmas; checks and the expressions of generated columns stand only in
/// the statement that made a table.
final class SqliteTables {

    private static final Pattern CHECK =
            Pattern.compile("\\bCHECK\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final Database database;

    SqliteTables(Database database) {
        this.database = database;
    }

    List<LiveTable> read() {
        var tables = new ArrayList<LiveTable>();
        for (List<@Nullable String> row :
                LiveSchema.ask(
                        database,
                        "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')"
                                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")) {
            tables.add(
                    table(
                            LiveSchema.text(row, 0),
                            LiveSchema.text(row, 1).equals("view"),
                            LiveSchema.text(row, 2)));
        }
        return tables;
    }

    private LiveTable table(String name, boolean view, String made) {
        var columns = new ArrayList<LiveColumn>();
        Map<Integer, String> key = new LinkedHashMap<>();
        List<List<@Nullable String>> infos =
                LiveSchema.ask(
                        database,
                        "SELECT name, type, \"notnull\", dflt_value, pk, hidden"
                                + " FROM pragma_table_xinfo(?)",
                        name);
        for (List<@Nullable String> info : infos) {
            int place = Integer.parseInt(LiveSchema.text(info, 4));
            if (place > 0) {
                key.put(place, LiveSchema.text(info, 0));
            }
        }
        List<LiveCheck> checks = view ? List.of() : checks(made);
        for (List<@Nullable String> info : infos) {
            columns.add(column(info, key.size() == 1, made, checks));
        }
        return new LiveTable(
                name,
                view,
                "",
                columns,
                key.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList(),
                keys(name),
                indexes(name),
                checks);
    }

    private static LiveColumn column(
            List<@Nullable String> info, boolean single, String made, List<LiveCheck> checks) {
        String name = LiveSchema.text(info, 0);
        String written = LiveSchema.text(info, 1);
        boolean inKey = !LiveSchema.text(info, 4).equals("0");
        boolean auto = single && inKey && written.equalsIgnoreCase("integer");
        boolean generated = LiveSchema.text(info, 5).matches("[23]");
        return new LiveColumn(
                name,
                written,
                isJson(name, checks) ? new SqlType.Json() : LiveTypes.of("sqlite", written),
                auto,
                written.toLowerCase(Locale.ROOT).contains("unsigned"),
                !LiveSchema.flag(info, 2) && !(auto || (inKey && single)),
                info.get(3),
                generated ? generation(name, made) : null,
                "",
                List.of());
    }

    private static boolean isJson(String column, List<LiveCheck> checks) {
        return checks.stream()
                .anyMatch(one ->
                        one.condition()
                                .toUpperCase(Locale.ROOT)
                                .contains(
                                        "JSON_VALID(\"" + column.toUpperCase(Locale.ROOT) + "\")"));
    }

    private List<LiveKey> keys(String table) {
        var parts = new LinkedHashMap<String, List<List<@Nullable String>>>();
        for (List<@Nullable String> row :
                LiveSchema.ask(
                        database,
                        "SELECT id, \"table\", \"from\", \"to\", on_delete"
                                + " FROM pragma_foreign_key_list(?) ORDER BY id, seq",
                        table)) {
            parts.computeIfAbsent(LiveSchema.text(row, 0), _ -> new ArrayList<>()).add(row);
        }
        var keys = new ArrayList<LiveKey>();
        for (List<List<@Nullable String>> rows : parts.values()) {
            String target = LiveSchema.text(rows.getFirst(), 1);
            List<String> targets =
                    rows.stream().map(row -> row.get(3)).filter(Objects::nonNull).toList();
            keys.add(
                    new LiveKey(
                            "",
                            rows.stream().map(row -> LiveSchema.text(row, 2)).toList(),
                            target,
                            targets.isEmpty() ? primary(target) : targets,
                            rule(LiveSchema.text(rows.getFirst(), 4))));
        }
        keys.sort(Comparator.comparing(one -> String.join(",", one.columns())));
        return keys;
    }

    private List<String> primary(String table) {
        return LiveSchema.ask(
                        database,
                        "SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk",
                        table)
                .stream()
                .map(row -> LiveSchema.text(row, 0))
                .toList();
    }

    /// {@return what an action of a foreign key means}
    static OnDelete rule(String action) {
        return switch (action.toUpperCase(Locale.ROOT)) {
            case "CASCADE" -> OnDelete.DB_CASCADE;
            case "SET NULL" -> OnDelete.DB_SET_NULL;
            case "SET DEFAULT" -> OnDelete.DB_SET_DEFAULT;
            default -> OnDelete.DO_NOTHING;
        };
    }

    private List<LiveIndex> indexes(String table) {
        var indexes = new ArrayList<LiveIndex>();
        for (List<@Nullable String> row :
                LiveSchema.ask(
                        database,
                        "SELECT l.name, l.\"unique\", l.partial, m.sql FROM pragma_index_list(?) l"
                                + " LEFT JOIN sqlite_master m ON m.name = l.name"
                                + " WHERE l.origin <> 'pk' ORDER BY l.name",
                        table)) {
            String name = LiveSchema.text(row, 0);
            List<String> columns = new ArrayList<>();
            boolean plain = !LiveSchema.flag(row, 2);
            for (List<@Nullable String> part :
                    LiveSchema.ask(
                            database,
                            "SELECT name, \"desc\" FROM pragma_index_xinfo(?) WHERE key = 1"
                                    + " ORDER BY seqno",
                            name)) {
                plain &= part.get(0) != null;
                columns.add((LiveSchema.flag(part, 1) ? "-" : "") + LiveSchema.text(part, 0));
            }
            String made = LiveSchema.text(row, 3);
            int on = made.toUpperCase(Locale.ROOT).indexOf(" ON ");
            indexes.add(
                    new LiveIndex(
                            name,
                            columns,
                            LiveSchema.flag(row, 1),
                            plain,
                            on < 0 ? "" : spaced(made.substring(on))));
        }
        return indexes;
    }

    private static List<LiveCheck> checks(String made) {
        var checks = new ArrayList<LiveCheck>();
        Matcher at = CHECK.matcher(made);
        int from = 0;
        while (at.find(from)) {
            String condition = balanced(made, at.end());
            checks.add(new LiveCheck("", spaced(condition)));
            from = at.end() + condition.length();
        }
        return checks;
    }

    private static String generation(String column, String made) {
        Matcher at =
                Pattern.compile(
                                "[\"`\\[]?" + Pattern.quote(column) + "[\"`\\]]?[^,]*?\\bAS\\s*\\(",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(made);
        return at.find() ? spaced(balanced(made, at.end())) : "";
    }

    /// {@return the text up to the parenthesis that ends it}
    private static String balanced(String text, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\'') {
                quoted = !quoted;
            } else if (!quoted && letter == '(') {
                depth++;
            } else if (!quoted && letter == ')' && --depth == 0) {
                return text.substring(from, at);
            }
        }
        return text.substring(from);
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
