package dev.quintet.orm.connection;

import dev.quintet.orm.sql.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A database under an alias: its dialect, its connections and the statements that run on them.
///
/// Safe for many threads. A statement runs in the thread's transaction where there is one, else by
/// itself. Where only one connection can write at a time, writers queue here, first come first
/// served.
public final class Database implements AutoCloseable {

    private final String alias;
    private final Dialect dialect;
    private final ConnectionSource source;
    private final @Nullable Semaphore writer;
    private final List<StatementObserver> observers = new CopyOnWriteArrayList<>();

    @SuppressWarnings("ThreadLocalUsage") // one a database, which lives as long as its site
    // A transaction belongs to the thread that began it and is never inherited; it must be found
    // again by code that the thread calls inside a try block, which ScopedValue cannot do.
    private final ThreadLocal<@Nullable WorkUnit> unit = new ThreadLocal<>();

    // Asking a thread-local costs each new virtual thread a map of its own; most never need one.
    private final AtomicInteger openUnits = new AtomicInteger();

    /// A database whose connections `source` lends.
    public Database(String alias, Dialect dialect, ConnectionSource source) {
        this.alias = alias;
        this.dialect = dialect;
        this.source = source;
        this.writer = dialect.oneWriter() ? new Semaphore(1, true) : null;
    }

    /// {@return what settings and `using` call it}
    public String alias() {
        return alias;
    }

    /// {@return what it does in its own way}
    public Dialect dialect() {
        return dialect;
    }

    /// Adds an observer of every statement, until the returned handle is closed.
    public AutoCloseable observe(StatementObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /// {@return what `reader` makes of the rows}
    public <T> T query(SqlStatement statement, @Nullable Object[] values, ResultReader<T> reader) {
        return run(
                statement,
                values,
                false,
                connection -> {
                    PreparedStatement prepared = connection.prepare(statement.sql(), false);
                    bind(prepared, statement, values);
                    try (ResultSet result = prepared.executeQuery()) {
                        return reader.read(result, dialect.row(result));
                    }
                });
    }

    /// {@return how many rows were changed}
    public int update(SqlStatement statement, @Nullable Object[] values) {
        return run(
                statement,
                values,
                true,
                connection -> {
                    PreparedStatement prepared = connection.prepare(statement.sql(), false);
                    bind(prepared, statement, values);
                    return prepared.executeUpdate();
                });
    }

    /// Runs an INSERT that gives columns back.
    ///
    /// @param statement with RETURNING where the dialect has it
    /// @return what `reader` makes of the columns
    public <T> T insert(SqlStatement statement, @Nullable Object[] values, ResultReader<T> reader) {
        boolean returning = dialect.returning();
        return run(
                statement,
                values,
                true,
                connection -> {
                    PreparedStatement prepared = connection.prepare(statement.sql(), !returning);
                    bind(prepared, statement, values);
                    if (returning) {
                        try (ResultSet result = prepared.executeQuery()) {
                            return reader.read(result, dialect.row(result));
                        }
                    }
                    prepared.executeUpdate();
                    try (ResultSet keys = prepared.getGeneratedKeys()) {
                        return reader.read(keys, dialect.row(keys));
                    }
                });
    }

    /// Opens a result that is read row by row from the server's cursor.
    ///
    /// @param fetchSize rows that come over the wire at once
    public RowCursor cursor(SqlStatement statement, @Nullable Object[] values, int fetchSize) {
        observe(statement, values);
        WorkUnit own = unit();
        LentConnection connection = own == null ? borrow() : own.connection();
        try {
            return RowCursor.open(this, connection, own == null, statement, values, fetchSize);
        } catch (SQLException failed) {
            if (own == null) {
                source.giveBack(connection, true);
            }
            throw Failures.running(dialect, statement.sql(), failed);
        }
    }

    /// Runs statements that have no parameters, such as those that make tables, one by one.
    public void execute(List<String> statements) {
        for (String sql : statements) {
            SqlStatement statement = SqlStatement.of(sql);
            run(
                    statement,
                    new Object[0],
                    true,
                    connection -> {
                        try (var plain = connection.jdbc().createStatement()) {
                            return plain.execute(sql);
                        }
                    });
        }
    }

    /// {@return the thread's transaction, or `null` when there is none}
    public @Nullable WorkUnit unit() {
        return openUnits.get() == 0 ? null : unit.get();
    }

    /// {@return the thread's transaction, begun now if there was none}
    public WorkUnit beginUnit() {
        WorkUnit open = unit();
        if (open != null) {
            return open;
        }
        acquireWriter();
        LentConnection connection = null;
        try {
            connection = borrow();
            dialect.begin(connection.jdbc());
            var begun = new WorkUnit(this, connection);
            unit.set(begun);
            openUnits.incrementAndGet();
            return begun;
        } catch (SQLException failed) {
            releaseWriter();
            if (connection != null) {
                source.giveBack(connection, true);
            }
            throw Failures.running(dialect, "BEGIN", failed);
        } catch (RuntimeException failed) {
            releaseWriter();
            throw failed;
        }
    }

    @Override
    public void close() {
        source.close();
    }

    /// {@return the alias and the dialect; never the address, which may hold a password}
    @Override
    public String toString() {
        return alias + " (" + dialect.name() + ")";
    }

    void endUnit(WorkUnit ended, boolean broken) {
        unit.remove();
        openUnits.decrementAndGet();
        source.giveBack(ended.connection(), broken);
        releaseWriter();
    }

    void giveBack(LentConnection connection, boolean broken) {
        source.giveBack(connection, broken);
    }

    void bind(PreparedStatement prepared, SqlStatement statement, @Nullable Object[] values)
            throws SQLException {
        List<SqlStatement.Parameter> parameters = statement.parameters();
        for (int i = 0; i < values.length; i++) {
            dialect.bind(prepared, i + 1, parameters.get(i).type(), values[i]);
        }
    }

    private interface Work<T> {
        T on(LentConnection connection) throws SQLException;
    }

    private <T> T run(
            SqlStatement statement, @Nullable Object[] values, boolean writes, Work<T> work) {
        observe(statement, values);
        WorkUnit own = unit();
        if (own != null) {
            try {
                return work.on(own.connection());
            } catch (SQLException failed) {
                throw Failures.running(dialect, statement.sql(), failed);
            }
        }
        if (writes) {
            acquireWriter();
        }
        try {
            return runAlone(statement, work);
        } finally {
            if (writes) {
                releaseWriter();
            }
        }
    }

    private <T> T runAlone(SqlStatement statement, Work<T> work) {
        LentConnection connection = borrow();
        boolean broken = true;
        try {
            T done = work.on(connection);
            broken = false;
            return done;
        } catch (SQLException failed) {
            broken = lost(connection, failed);
            throw Failures.running(dialect, statement.sql(), failed);
        } finally {
            source.giveBack(connection, broken);
        }
    }

    private LentConnection borrow() {
        try {
            return source.borrow();
        } catch (SQLException failed) {
            throw Failures.connecting(this, failed);
        }
    }

    private static boolean lost(LentConnection connection, SQLException error) {
        String state = error.getSQLState();
        try {
            return (state != null && (state.startsWith("08") || state.startsWith("57P")))
                    || connection.jdbc().isClosed();
        } catch (SQLException closed) {
            return true;
        }
    }

    private void observe(SqlStatement statement, @Nullable Object[] values) {
        if (!observers.isEmpty()) {
            List<@Nullable Object> seen = statement.masked(values);
            for (StatementObserver observer : observers) {
                observer.beforeStatement(alias, statement.sql(), seen);
            }
        }
    }

    private void acquireWriter() {
        if (writer != null) {
            writer.acquireUninterruptibly();
        }
    }

    private void releaseWriter() {
        if (writer != null) {
            writer.release();
        }
    }
}
