package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Sent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/// The server's own limit for statements, which MariaDB and MySQL call and count differently.
final class MariadbTimeout {

    private MariadbTimeout() {}

    static void set(Connection connection, Duration most) throws SQLException {
        boolean mysql = connection.getMetaData().getDatabaseProductName().equals("MySQL");
        Sent.to(
                connection,
                mysql
                        // Which MySQL holds queries to alone.
                        ? "SET SESSION max_execution_time = " + Math.max(1, most.toMillis())
                        : String.format(
                                Locale.ROOT,
                                "SET SESSION max_statement_time = %.6f",
                                most.toNanos() / 1e9));
    }
}
