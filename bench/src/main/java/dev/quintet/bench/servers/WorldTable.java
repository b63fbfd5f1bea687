package dev.quintet.bench.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The table that rows are read from, in the tests' PostgreSQL.
public final class WorldTable {

    static final int ROWS = 10_000;
    static final String USER = "quintet";
    static final String PASSWORD = "quintet";
    static final String JDBC_URL = "jdbc:postgresql://127.0.0.1:5432/quintet";
    static final String SITE_URL = "postgresql://quintet:quintet@127.0.0.1/quintet";

    private WorldTable() {}

    /// Makes the table and fills it, in place of an older one.
    ///
    /// @param args none
    public static void main(String... args) throws SQLException {
        try (Connection connection = DriverManager.getConnection(JDBC_URL, USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS world");
            statement.execute(
                    "CREATE TABLE world (id bigint PRIMARY KEY, randomnumber integer NOT NULL)");
            statement.execute(
                    "INSERT INTO world SELECT n, (random() * 9999)::int + 1"
                            + " FROM generate_series(1, "
                            + ROWS
                            + ") n");
            statement.execute("ANALYZE world");
        }
    }
}
