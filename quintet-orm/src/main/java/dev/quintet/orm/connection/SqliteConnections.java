package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Sent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Opens SQLite files so that several threads can use them: readers do not wait for the writer, and
/// foreign keys hold.
///
/// A file that is made here is kept in WAL mode; one that was there keeps its own journal mode. The
/// options `mode=ro`, `synchronous=OFF|NORMAL|FULL|EXTRA` and `busy_timeout=SECONDS` come from the
/// URL.
final class SqliteConnections {

    private static final String BUSY_SECONDS = "5";
    private static final int SQLITE_BUSY = 5;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final List<String> SYNCHRONOUS = List.of("OFF", "NORMAL", "FULL", "EXTRA");

    private SqliteConnections() {}

    static Connection open(SqliteFile file, Map<String, String> options) throws SQLException {
        Path path = file.path();
        boolean made = !Files.exists(path);
        boolean readOnly = readOnly(options);
        refuseMissing(path, made, readOnly);
        var properties = new Properties();
        String busyMillis = busyMillis(options);
        properties.setProperty("busy_timeout", busyMillis);
        properties.setProperty("foreign_keys", "true");
        if (readOnly) {
            properties.setProperty("open_mode", "1");
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path, properties);
        try {
            SqliteFunctions.install(connection);
            if (made) {
                logAhead(connection, Long.parseLong(busyMillis));
            }
            String synchronous = file.inMemory() ? "OFF" : synchronous(options);
            Sent.to(connection, "PRAGMA synchronous=" + synchronous);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }

    /// Turns the log on. SQLite does not wait for others here, whatever `busy_timeout` says, so
    /// that of two who make a file at once one would fail.
    private static void logAhead(Connection connection, long millis) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            try {
                Sent.to(connection, "PRAGMA journal_mode=WAL");
                return;
            } catch (SQLException failed) {
                boolean busy = (failed.getErrorCode() & 0xff) == SQLITE_BUSY;
                if (!busy || System.nanoTime() > end) {
                    throw failed;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void refuseMissing(Path file, boolean made, boolean readOnly)
            throws SQLException {
        Path folder = file.toAbsolutePath().getParent();
        if (made && readOnly) {
            throw new SQLNonTransientConnectionException("There is no file " + file + ".");
        }
        if (made && folder != null && !Files.isWritable(folder)) {
            throw new SQLNonTransientConnectionException(
                    "The file " + file + " cannot be made: its folder is missing or not writable.");
        }
    }

    private static boolean readOnly(Map<String, String> options) throws SQLException {
        String mode = options.getOrDefault("mode", "rwc");
        return switch (mode) {
            case "ro" -> true;
            case "rw", "rwc" -> false;
            default ->
                    throw new SQLNonTransientConnectionException(
                            "mode is ro or rw, not '" + mode + "'.");
        };
    }

    private static String busyMillis(Map<String, String> options) throws SQLException {
        String seconds = options.getOrDefault("busy_timeout", BUSY_SECONDS);
        if (!seconds.matches("\\d{1,6}")) {
            throw new SQLNonTransientConnectionException(
                    "busy_timeout is a number of whole seconds, not '" + seconds + "'.");
        }
        return seconds + "000";
    }

    private static String synchronous(Map<String, String> options) throws SQLException {
        String wanted = options.getOrDefault("synchronous", "FULL");
        if (!SYNCHRONOUS.contains(wanted)) {
            throw new SQLNonTransientConnectionException(
                    "synchronous is OFF, NORMAL, FULL or EXTRA, not '" + wanted + "'.");
        }
        return wanted;
    }
}
