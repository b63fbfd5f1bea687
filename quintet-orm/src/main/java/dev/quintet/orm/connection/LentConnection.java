package dev.quintet.orm.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/// A connection, and the statements that were prepared on it, kept for the next time. Belongs to
/// one thread while it is lent.
public final class LentConnection {

    private static final int MOST_STATEMENTS = 128;

    private final Connection jdbc;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    long lastUsedNanos = System.nanoTime();

    /// Wraps a connection in auto-commit mode.
    public LentConnection(Connection jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the connection itself}
    public Connection jdbc() {
        return jdbc;
    }

    /// {@return the statement, prepared now or earlier; do not close it}
    public PreparedStatement prepare(String sql, boolean generatedKeys) throws SQLException {
        String key = generatedKeys ? "\u0001" + sql : sql;
        PreparedStatement known = statements.get(key);
        if (known != null) {
            return known;
        }
        if (statements.size() >= MOST_STATEMENTS) {
            var eldest = statements.entrySet().iterator();
            PreparedStatement old = eldest.next().getValue();
            eldest.remove();
            old.close();
        }
        PreparedStatement prepared =
                generatedKeys
                        ? jdbc.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)
                        : jdbc.prepareStatement(sql);
        statements.put(key, prepared);
        return prepared;
    }

    /// {@return the statement, taken out of those that are kept, for a result that stays open; the
    /// caller closes it}
    public PreparedStatement prepareOwn(String sql) throws SQLException {
        return jdbc.prepareStatement(sql);
    }

    void close() {
        try {
            jdbc.close();
        } catch (SQLException alreadyGone) {
            // A connection is closed because it is of no more use, whatever it says to that.
            System.getLogger(LentConnection.class.getName())
                    .log(System.Logger.Level.DEBUG, "A connection did not close.", alreadyGone);
        }
    }
}
