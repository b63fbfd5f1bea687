package dev.quintet.orm.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/// Opens SQLite files so that several threads can use them: readers do not wait for the writer, and
/// foreign keys hold.
///
/// A file that is made here is kept in WAL mode; one that was there keeps its own journal mode. The
/// options `mode=ro` and `synchronous=OFF|NORMAL|FULL` come from the URL.
final class SqliteConnections {

    private static final String BUSY_MILLIS = "5000";

    private SqliteConnections() {}

    static Connection open(String file, Map<String, String> options) throws SQLException {
        boolean made = !file.equals(":memory:") && !Files.exists(Path.of(file));
        boolean readOnly = "ro".equals(options.get("mode"));
        refuseMissing(file, made, readOnly);
        var properties = new Properties();
        properties.setProperty("busy_timeout", BUSY_MILLIS);
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("transaction_mode", "IMMEDIATE");
        if (readOnly) {
            properties.setProperty("open_mode", "1");
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties);
        try (Statement pragma = connection.createStatement()) {
            SqliteFunctions.install(connection);
            if (made) {
                pragma.execute("PRAGMA journal_mode=WAL");
            }
            pragma.execute("PRAGMA synchronous=" + synchronous(options));
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }

    private static void refuseMissing(String file, boolean made, boolean readOnly)
            throws SQLException {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (made && readOnly) {
            throw new SQLNonTransientConnectionException("There is no file " + file + ".");
        }
        if (made && folder != null && !Files.isWritable(folder)) {
            throw new SQLNonTransientConnectionException(
                    "The file " + file + " cannot be made: its folder is missing or not writable.");
        }
    }

    private static String synchronous(Map<String, String> options) throws SQLException {
        String wanted = options.getOrDefault("synchronous", "FULL");
        if (!wanted.matches("OFF|NORMAL|FULL|EXTRA")) {
            throw new SQLNonTransientConnectionException(
                    "synchronous is OFF, NORMAL, FULL or EXTRA, not '" + wanted + "'.");
        }
        return wanted;
    }
}
