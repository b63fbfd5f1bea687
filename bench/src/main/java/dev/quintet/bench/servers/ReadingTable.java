package dev.quintet.bench.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A big table, in the tests' PostgreSQL.
public final class ReadingTable {

    /// How many rows it has.
    private static final int ROWS =
            Integer.parseInt(System.getenv().getOrDefault("BENCH_ROWS", "1000000"));

    private ReadingTable() {}

    /// Makes and fills it, unless it is there with as many rows.
    ///
    /// @param args none
    public static void main(String... args) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                WorldTable.JDBC_URL, WorldTable.USER, WorldTable.PASSWORD);
                var statement = connection.createStatement()) {
            try (ResultSet there =
                    statement.executeQuery("SELECT to_regclass('reading') IS NOT NULL")) {
                there.next();
                if (there.getBoolean(1) && rows(connection) == ROWS) {
                    return;
                }
            }
            statement.execute("DROP TABLE IF EXISTS reading");
            statement.execute(
                    "CREATE TABLE reading (id bigserial PRIMARY KEY, name varchar(60) NOT NULL,"
                            + " kind integer NOT NULL, taken timestamptz NOT NULL,"
                            + " worth numeric(10,2) NOT NULL, done boolean NOT NULL)");
            statement.execute(
                    "INSERT INTO reading (name, kind, taken, worth, done)"
                            + " SELECT 'reading ' || n, n % 1000, now() - n * interval '1 second',"
                            + " n % 10000 / 100.0, n % 3 = 0 FROM generate_series(1, "
                            + ROWS
                            + ") n");
            statement.execute("CREATE INDEX reading_kind ON reading (kind, id)");
            // As the admin compares where case does not matter; by parts of three letters.
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            statement.execute(
                    "CREATE INDEX reading_name ON reading USING gin (UPPER(name::text) gin_trgm_ops)");
            statement.execute("ANALYZE reading");
        }
    }

    private static long rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT max(id) FROM reading")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
