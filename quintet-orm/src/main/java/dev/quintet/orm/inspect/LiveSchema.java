package dev.quintet.orm.inspect;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a database says of its own tables: SQLite's pragmas, PostgreSQL's catalogue, the
/// information schema of MariaDB.
public final class LiveSchema {

    private LiveSchema() {}

    /// {@return the tables and views that the connection sees without naming a schema, by name}
    public static List<LiveTable> read(Database database) {
        return read(database, null);
    }

    /// {@return the tables and views of a schema, by name}
    ///
    /// @param schema on PostgreSQL, or another database of the server on MariaDB; `null` for the
    ///   current one; of no meaning on SQLite
    public static List<LiveTable> read(Database database, @Nullable String schema) {
        return switch (database.dialect().name()) {
            case "postgresql" -> new PostgresqlTables(database, schema).read();
            case "mariadb" -> new MariadbTables(database, schema).read();
            default -> new SqliteTables(database).read();
        };
    }

    /// {@return the name of the database that a connection to MariaDB is in}
    public static String current(Database database) {
        return text(ask(database, "SELECT DATABASE()").getFirst(), 0);
    }

    /// {@return the rows of a question to the catalogue, all values as texts}
    static List<List<@Nullable String>> ask(Database database, String sql, String... values) {
        var parameter = new SqlStatement.Parameter(new SqlType.VarChar(255), false);
        var statement = new SqlStatement(sql, Collections.nCopies(values.length, parameter));
        @Nullable Object[] bound = new @Nullable Object[values.length];
        System.arraycopy(values, 0, bound, 0, values.length);
        return database.query(
                statement,
                bound,
                (result, _) -> {
                    List<List<@Nullable String>> rows = new ArrayList<>();
                    int width = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        List<@Nullable String> row = new ArrayList<>(width);
                        for (int i = 1; i <= width; i++) {
                            row.add(result.getString(i));
                        }
                        rows.add(row);
                    }
                    return rows;
                });
    }

    static String text(List<@Nullable String> row, int column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }

    static boolean flag(List<@Nullable String> row, int column) {
        return text(row, column).equals("1");
    }

    /// {@return a list that the database has joined by the character 1}
    static List<String> list(List<@Nullable String> row, int column) {
        String joined = text(row, column);
        return joined.isEmpty() ? List.of() : List.of(joined.split("\u0001", -1));
    }
}
