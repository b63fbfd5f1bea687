package dev.quintet.orm.connection;

import dev.quintet.kernel.log.Loggers;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Connections of a `DataSource` that somebody else set up, such as a container's pool. It decides
/// how many there are and how long one waits. Safe for many threads if that is.
public final class DataSourceConnections implements ConnectionSource {

    private static final System.Logger LOG = Loggers.of(DataSourceConnections.class);

    private final DataSource source;

    /// Lends what `source` gives.
    public DataSourceConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public LentConnection borrow() throws SQLException {
        Connection connection = source.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return new LentConnection(connection);
    }

    /// Closes it, which gives it back to the `DataSource`; a broken one is aborted first.
    @Override
    public void giveBack(LentConnection connection, boolean broken) {
        if (broken || connection.suspect) {
            try {
                connection.jdbc().abort(Runnable::run);
            } catch (SQLException | SecurityException gone) {
                LOG.log(System.Logger.Level.DEBUG, "A connection did not abort.", gone);
            }
        } else {
            connection.forgetStatements();
        }
        connection.close();
    }

    /// Closes the `DataSource` if it can be closed.
    @Override
    public void close() {
        if (source instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception failed) {
                LOG.log(System.Logger.Level.WARNING, "A DataSource did not close.", failed);
            }
        }
    }
}
