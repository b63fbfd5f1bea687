package dev.quintet.orm.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A statement of the house, without parameters and without an answer.
public final class Sent {

    private Sent() {}

    /// Sends it.
    public static void to(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
