package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// An open result, read row by row. Close it: it holds a connection. Belongs to one thread.
public final class RowCursor implements AutoCloseable {

    private final Database database;
    private final LentConnection connection;
    private final boolean lent;
    private final SqlStatement statement;
    private final PreparedStatement prepared;
    private final ResultSet result;
    private final Row row;
    private boolean closed;

    private RowCursor(
            Database database,
            LentConnection connection,
            boolean lent,
            SqlStatement statement,
            PreparedStatement prepared,
            ResultSet result) {
        this.database = database;
        this.connection = connection;
        this.lent = lent;
        this.statement = statement;
        this.prepared = prepared;
        this.result = result;
        this.row = database.dialect().row(result);
    }

    static RowCursor open(
            Database database,
            LentConnection connection,
            boolean lent,
            SqlStatement statement,
            @Nullable Object[] values,
            int fetchSize)
            throws SQLException {
        if (lent) {
            // PostgreSQL's driver reads by a cursor only inside a transaction.
            connection.jdbc().setAutoCommit(false);
        }
        PreparedStatement prepared = connection.prepareOwn(statement.sql());
        try {
            prepared.setFetchSize(fetchSize);
            database.bind(prepared, statement, values);
            return new RowCursor(
                    database, connection, lent, statement, prepared, prepared.executeQuery());
        } catch (SQLException failed) {
            prepared.close();
            throw failed;
        }
    }

    /// {@return whether there is another row, which {@link #row} then shows}
    public boolean next() {
        try {
            return !closed && result.next();
        } catch (SQLException failed) {
            throw Failures.running(database.dialect(), statement.sql(), failed);
        }
    }

    /// {@return the current row}
    public Row row() {
        return row;
    }

    /// Gives the connection back; does nothing the second time.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean broken = true;
        try {
            result.close();
            prepared.close();
            if (lent) {
                connection.jdbc().rollback();
                connection.jdbc().setAutoCommit(true);
            }
            broken = false;
        } catch (SQLException failed) {
            throw Failures.running(database.dialect(), statement.sql(), failed);
        } finally {
            if (lent) {
                database.giveBack(connection, broken);
            }
        }
    }
}
