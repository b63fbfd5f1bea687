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
    private final @Nullable ConnectionSource from;
    private final boolean begun;
    private final Call<?> call;
    private final PreparedStatement prepared;
    private final ResultSet result;
    private final Row row;
    private boolean closed;
    private boolean broken;

    /// @param from where the connection goes back to, or `null` when it is a transaction's
    /// @param begun whether a transaction was begun for the cursor alone
    RowCursor(
            Database database,
            LentConnection connection,
            @Nullable ConnectionSource from,
            boolean begun,
            Call<?> call,
            PreparedStatement prepared,
            ResultSet result) {
        this.database = database;
        this.connection = connection;
        this.from = from;
        this.begun = begun;
        this.call = call;
        this.prepared = prepared;
        this.result = result;
        this.row = database.dialect().row(result);
    }

    /// {@return whether there is another row, which {@link #row} then shows}
    public boolean next() {
        try {
            return !closed && result.next();
        } catch (SQLException failed) {
            broken = database.isLost(connection, failed);
            throw failure(failed);
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
        boolean unknown = true;
        try {
            if (!broken) {
                result.close();
                prepared.close();
                if (begun) {
                    connection.jdbc().rollback();
                    connection.jdbc().setAutoCommit(true);
                }
                unknown = false;
            }
        } catch (SQLException failed) {
            throw failure(failed);
        } finally {
            if (from != null) {
                from.giveBack(connection, unknown);
            }
        }
    }

    private DatabaseException failure(SQLException failed) {
        return Failures.running(
                database,
                FailedStatement.of(call.statement, call.values),
                failed,
                Failures.Stopped.NOT);
    }
}
