package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Opens connections, and looks at the first one's server: one that is too old is refused before
/// the first statement, rather than by it. Safe for many threads.
final class VerifiedOpener implements PooledConnections.Opener {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
    private static final String OLDEST_MYSQL = "8.0";

    private final String alias;
    private final Dialect dialect;
    private final PooledConnections.Opener opener;
    private volatile boolean verified;

    VerifiedOpener(String alias, Dialect dialect, PooledConnections.Opener opener) {
        this.alias = alias;
        this.dialect = dialect;
        this.opener = opener;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = opener.open();
        if (!verified) {
            try {
                verify(connection.getMetaData());
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
            verified = true;
        }
        tell(connection);
        return connection;
    }

    private void tell(Connection connection) throws SQLException {
        if (!DatabaseSignals.CONNECTION_OPENED.hasReceivers()) {
            return;
        }
        try {
            DatabaseSignals.CONNECTION_OPENED.send(
                    new DatabaseSignals.ConnectionOpened(alias, connection));
        } catch (RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    private void verify(DatabaseMetaData server) throws SQLException {
        String product = server.getDatabaseProductName();
        String version = server.getDatabaseProductVersion();
        String oldest = product.equals("MySQL") ? OLDEST_MYSQL : dialect.oldestVersion();
        if (isOlder(version, oldest)) {
            throw new SQLNonTransientConnectionException(
                    "'"
                            + alias
                            + "' is "
                            + product
                            + " "
                            + version
                            + "; the oldest version that works is "
                            + oldest
                            + ".");
        }
    }

    /// {@return whether a version's first two numbers are below those of another}
    static boolean isOlder(String version, String oldest) {
        int[] has = numbers(version);
        int[] must = numbers(oldest);
        return has[0] != must[0] ? has[0] < must[0] : has[1] < must[1];
    }

    private static int[] numbers(String version) {
        Matcher found = NUMBERS.matcher(version);
        if (!found.find()) {
            return new int[2];
        }
        String second = found.group(2);
        return new int[] {
            Integer.parseInt(Objects.requireNonNull(found.group(1))),
            second == null ? 0 : Integer.parseInt(second)
        };
    }
}
