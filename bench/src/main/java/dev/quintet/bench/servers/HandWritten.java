package dev.quintet.bench.servers;

import dev.quintet.orm.connection.LentConnection;
import dev.quintet.orm.connection.PooledConnections;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Request;
import tools.jackson.databind.json.JsonMapper;

/// One row by its key, written by hand on Jetty and JDBC with the same pool and the same driver
/// settings: what a framework must be held against.
public final class HandWritten {

    private static final String SQL =
            "SELECT \"id\", \"randomnumber\" FROM \"world\" WHERE \"id\" = ?";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HandWritten() {}

    /// A row of the table.
    record WorldRow(long id, int randomNumber) {}

    /// Serves until it is killed.
    ///
    /// @param args the port
    public static void main(String... args) throws Exception {
        var properties = new Properties();
        properties.setProperty("user", WorldTable.USER);
        properties.setProperty("password", WorldTable.PASSWORD);
        properties.setProperty("stringtype", "unspecified");
        var pool =
                new PooledConnections(
                        () -> DriverManager.getConnection(WorldTable.JDBC_URL, properties),
                        16,
                        Duration.ofSeconds(30));
        BareJetty.serve(
                Integer.parseInt(args[0]),
                (request, response, callback) -> {
                    if (!Request.getPathInContext(request).equals("/db")) {
                        return false;
                    }
                    byte[] body = JSON.writeValueAsBytes(row(pool));
                    BareJetty.send(response, "application/json", body, callback);
                    return true;
                });
    }

    private static WorldRow row(PooledConnections pool) throws SQLException {
        LentConnection connection = pool.borrow();
        boolean broken = true;
        try {
            PreparedStatement statement = connection.prepare(SQL, false);
            statement.setLong(1, ThreadLocalRandom.current().nextLong(WorldTable.ROWS) + 1);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                var row = new WorldRow(result.getLong(1), result.getInt(2));
                broken = false;
                return row;
            }
        } finally {
            pool.giveBack(connection, broken);
        }
    }
}
