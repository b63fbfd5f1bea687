package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Dialect;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement that is to be sent, with its values and what becomes of the answer. For one thread.
///
/// @param <T> what becomes of it
abstract class Call<T extends @Nullable Object> {

    final SqlStatement statement;
    final @Nullable Object[] values;
    final boolean writes;
    final boolean keys;

    /// Whether the answer is being read: from then on the statement must not be sent again.
    boolean reading;

    Failures.Stopped stopped = Failures.Stopped.NOT;

    Call(SqlStatement statement, @Nullable Object[] values, boolean writes, boolean keys) {
        this.statement = statement;
        this.values = values;
        this.writes = writes;
        this.keys = keys;
    }

    /// Sends the statement, whose values are bound.
    abstract T on(PreparedStatement prepared, Dialect dialect) throws SQLException;

    void bind(PreparedStatement prepared, Dialect dialect) throws SQLException {
        bind(prepared, dialect, values);
    }

    final void bind(PreparedStatement prepared, Dialect dialect, @Nullable Object[] row)
            throws SQLException {
        List<SqlStatement.Parameter> parameters = statement.parameters();
        for (int i = 0; i < row.length; i++) {
            dialect.bind(prepared, i + 1, parameters.get(i).type(), row[i]);
        }
    }

    /// Sends a statement that is not prepared.
    T plain(Statement plain, String sql) throws SQLException {
        throw new IllegalStateException("It is prepared: " + sql);
    }

    static final class Query<T> extends Call<T> {

        private final ResultReader<T> reader;

        Query(SqlStatement statement, @Nullable Object[] values, ResultReader<T> reader) {
            super(statement, values, false, false);
            this.reader = reader;
        }

        @Override
        T on(PreparedStatement prepared, Dialect dialect) throws SQLException {
            try (ResultSet result = prepared.executeQuery()) {
                reading = true;
                return reader.read(result, dialect.row(result));
            }
        }
    }

    static final class Update extends Call<Integer> {

        Update(SqlStatement statement, @Nullable Object[] values) {
            super(statement, values, true, false);
        }

        @Override
        Integer on(PreparedStatement prepared, Dialect dialect) throws SQLException {
            return prepared.executeUpdate();
        }
    }

    static final class Insert<T> extends Call<T> {

        private final ResultReader<T> reader;

        Insert(
                SqlStatement statement,
                @Nullable Object[] values,
                boolean keys,
                ResultReader<T> reader) {
            super(statement, values, true, keys);
            this.reader = reader;
        }

        @Override
        T on(PreparedStatement prepared, Dialect dialect) throws SQLException {
            if (keys) {
                prepared.executeUpdate();
            }
            try (ResultSet result = keys ? prepared.getGeneratedKeys() : prepared.executeQuery()) {
                reading = true;
                T read = reader.read(result, dialect.row(result));
                toTheEnd(result);
                return read;
            }
        }

        /// Some databases hold the rows to their constraints when the last one was taken only: what
        /// is closed before that is taken back, and nobody told.
        private static void toTheEnd(ResultSet result) throws SQLException {
            boolean more = !result.isClosed();
            while (more) {
                more = result.next();
            }
        }
    }

    static final class Batch extends Call<int[]> {

        private final List<@Nullable Object[]> rows;

        Batch(SqlStatement statement, List<@Nullable Object[]> rows) {
            super(statement, rows.isEmpty() ? new Object[0] : rows.getFirst(), true, false);
            this.rows = rows;
        }

        @Override
        void bind(PreparedStatement prepared, Dialect dialect) throws SQLException {
            // Of one that failed half-way, the kept statement has the first rows still.
            prepared.clearBatch();
            for (@Nullable Object[] row : rows) {
                bind(prepared, dialect, row);
                prepared.addBatch();
            }
        }

        @Override
        int[] on(PreparedStatement prepared, Dialect dialect) throws SQLException {
            try {
                return prepared.executeBatch();
            } catch (BatchUpdateException failed) {
                throw failed.getCause() instanceof SQLException cause ? cause : failed;
            }
        }
    }

    /// A statement that is not worth preparing, such as one that makes a table.
    static final class Plain extends Call<Boolean> {

        Plain(SqlStatement statement) {
            super(statement, new Object[0], true, false);
        }

        @Override
        Boolean on(PreparedStatement prepared, Dialect dialect) throws SQLException {
            return prepared.execute();
        }

        @Override
        Boolean plain(Statement plain, String sql) throws SQLException {
            return plain.execute(sql);
        }
    }
}
