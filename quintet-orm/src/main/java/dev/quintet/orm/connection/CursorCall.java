package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A query whose rows are read from the server's cursor, long after it was sent.
final class CursorCall extends Call<RowCursor> {

    private final int fetchSize;

    CursorCall(SqlStatement statement, @Nullable Object[] values, int fetchSize) {
        super(statement, values, false, false);
        this.fetchSize = fetchSize;
    }

    /// @param from where the cursor gives its connection back, or `null` inside a transaction
    RowCursor open(Database database, LentConnection connection, @Nullable ConnectionSource from)
            throws SQLException {
        Dialect dialect = database.dialect();
        boolean begun = from != null && dialect.cursorsNeedTransactions();
        PreparedStatement prepared = null;
        try {
            if (begun) {
                connection.jdbc().setAutoCommit(false);
            }
            prepared = connection.prepareOwn(statement.sql(), false);
            prepared.setFetchSize(fetchSize);
            bind(prepared, dialect);
            ResultSet result = prepared.executeQuery();
            return new RowCursor(database, connection, from, begun, this, prepared, result);
        } catch (SQLException failed) {
            if (prepared != null) {
                prepared.close();
            }
            if (begun && !database.isLost(connection, failed)) {
                connection.jdbc().rollback();
                connection.jdbc().setAutoCommit(true);
            }
            throw failed;
        }
    }

    @Override
    RowCursor on(PreparedStatement prepared, Dialect dialect) {
        throw new IllegalStateException("A cursor is opened: " + statement.sql());
    }
}
