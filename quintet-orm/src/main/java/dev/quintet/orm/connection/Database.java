package dev.quintet.orm.connection;

import dev.quintet.kernel.context.Cancellation;
import dev.quintet.orm.sql.Diagnosis;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.TransactionMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// A database under an alias: its dialect, its connections and the statements that run on them.
///
/// Safe for many threads. A statement runs in the thread's transaction where there is one, else by
/// itself: a reading one on a replica, if there are any and its reader has not just written. Where
/// only one connection can write at a time, writers queue for it, first come first served.
public final class Database implements AutoCloseable {

    private static final String CHANGED_PLAN = "0A000";

    private final String alias;
    private final Dialect dialect;
    private final ConnectionSource source;
    private final @Nullable ConnectionSource writer;
    private final DatabaseOptions options;
    private final @Nullable Duration ownTimeout;
    private final List<StatementObserver> observers = new CopyOnWriteArrayList<>();
    private final Replicas replicas = new Replicas();
    private final LongAdder statements = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder transactions = new LongAdder();
    private final LongAdder retries = new LongAdder();

    @SuppressWarnings("ThreadLocalUsage") // one a database, which lives as long as its site
    // A transaction belongs to the thread that began it and is never inherited; it must be found
    // again by code that the thread calls inside a try block, which ScopedValue cannot do.
    private final ThreadLocal<@Nullable WorkUnit> unit = new ThreadLocal<>();

    // Asking a thread-local costs each new virtual thread a map of its own; most never need one.
    private final AtomicInteger openUnits = new AtomicInteger();

    /// A database whose connections `source` lends, without options.
    public Database(String alias, Dialect dialect, ConnectionSource source) {
        this(alias, dialect, source, null, DatabaseOptions.USUAL);
    }

    /// A database whose connections `source` lends.
    ///
    /// @param writer lends the only connection that writes, or `null` where all may
    public Database(
            String alias,
            Dialect dialect,
            ConnectionSource source,
            @Nullable ConnectionSource writer,
            DatabaseOptions options) {
        this.alias = alias;
        this.dialect = dialect;
        this.source = source;
        this.writer = writer;
        this.options = options;
        boolean serverWatches = source instanceof PooledConnections && !dialect.oneWriter();
        this.ownTimeout = serverWatches ? null : options.statementTimeout();
        if (options.slowStatement() != null) {
            observers.add(new SlowStatements(options.slowStatement()));
        }
    }

    /// {@return what settings and `using` call it}
    public String alias() {
        return alias;
    }

    /// {@return what it does in its own way}
    public Dialect dialect() {
        return dialect;
    }

    /// {@return what its URL says}
    public DatabaseOptions options() {
        return options;
    }

    /// {@return what it was asked so far, and what its pool is doing}
    public DatabaseMetrics metrics() {
        return new DatabaseMetrics(
                alias,
                statements.sum(),
                failures.sum(),
                transactions.sum(),
                retries.sum(),
                replicas.reads.sum(),
                replicas.fallbacks.sum(),
                source.metrics().orElse(null));
    }

    /// Adds an observer of every statement, until the returned handle is closed.
    public AutoCloseable observe(StatementObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /// {@return what `reader` makes of the rows}
    public <T> T query(SqlStatement statement, @Nullable Object[] values, ResultReader<T> reader) {
        return run(new Call.Query<>(statement, values, reader));
    }

    /// {@return how many rows were changed}
    public int update(SqlStatement statement, @Nullable Object[] values) {
        return run(new Call.Update(statement, values));
    }

    /// Runs a statement once for each row of values, in one message to the server where the driver
    /// can.
    ///
    /// @return how many rows each changed; below zero where the database does not say
    public int[] batch(SqlStatement statement, List<@Nullable Object[]> rows) {
        return rows.isEmpty() ? new int[0] : run(new Call.Batch(statement, rows));
    }

    /// Runs an INSERT that gives columns back.
    ///
    /// @param statement with RETURNING where the dialect has it
    /// @return what `reader` makes of the columns
    public <T> T insert(SqlStatement statement, @Nullable Object[] values, ResultReader<T> reader) {
        return run(new Call.Insert<>(statement, values, !dialect.returning(), reader));
    }

    /// Opens a result that is read row by row from the server's cursor.
    ///
    /// @param fetchSize rows that come over the wire at once
    public RowCursor cursor(SqlStatement statement, @Nullable Object[] values, int fetchSize) {
        return run(new CursorCall(statement, values, fetchSize));
    }

    /// Runs statements that have no parameters, such as those that make tables, one by one.
    public void execute(List<String> plain) {
        for (String sql : plain) {
            run(new Call.Plain(SqlStatement.of(sql)));
        }
    }

    /// {@return the thread's transaction, or `null` when there is none}
    public @Nullable WorkUnit unit() {
        return openUnits.get() == 0 ? null : unit.get();
    }

    /// {@return the thread's transaction, begun now if there was none}
    public WorkUnit beginUnit() {
        return beginUnit(TransactionMode.USUAL);
    }

    /// {@return the thread's transaction, begun now in this mode if there was none}
    public WorkUnit beginUnit(TransactionMode mode) {
        WorkUnit open = unit();
        if (open != null) {
            return open;
        }
        ConnectionSource from = writer != null && mode.writesAtOnce() ? writer : source;
        var begun = new WorkUnit(this, from, begun(from, mode), mode);
        unit.set(begun);
        openUnits.incrementAndGet();
        transactions.increment();
        return begun;
    }

    /// {@return a connection on which a transaction has begun; one that turns out to be dead is
    /// replaced, once}
    LentConnection begun(ConnectionSource from, TransactionMode mode) {
        for (boolean again = true; ; again = false) {
            LentConnection connection = borrow(from);
            try {
                dialect.begin(connection.jdbc(), mode);
                return connection;
            } catch (SQLException failed) {
                boolean stale = !connection.fresh && isLost(connection, failed);
                from.giveBack(connection, true);
                if (!stale || !again) {
                    throw Failures.running(this, "BEGIN", failed);
                }
            }
        }
    }

    @Override
    public void close() {
        source.close();
        if (writer != null) {
            writer.close();
        }
    }

    /// {@return the alias and the dialect; never the address, which may hold a password}
    @Override
    public String toString() {
        return alias + " (" + dialect.name() + ")";
    }

    void addReplica(Database replica) {
        replicas.add(replica);
    }

    void endUnit(WorkUnit ended, boolean committed) {
        unit.remove();
        openUnits.decrementAndGet();
        if (committed && ended.wrote()) {
            replicas.wrote(alias, options.readYourWrites());
        }
    }

    /// Counts that a transaction is tried again.
    public void countRetry() {
        retries.increment();
    }

    boolean isLost(LentConnection connection, SQLException error) {
        if (dialect.diagnose(error).kind() == Diagnosis.Kind.CONNECTION) {
            return true;
        }
        try {
            return connection.jdbc().isClosed();
        } catch (SQLException closed) {
            return true;
        }
    }

    private <T> T run(Call<T> call) {
        Statements.Scope scope = Statements.here();
        return observers.isEmpty() && (scope == null || scope.wrappers().isEmpty())
                ? send(call, scope)
                : watched(call, scope);
    }

    private <T> T watched(Call<T> call, Statements.@Nullable Scope scope) {
        List<@Nullable Object> seen = call.statement.masked(call.values);
        String sql = call.statement.sql();
        observers.forEach(one -> one.beforeStatement(alias, sql, seen));
        long from = System.nanoTime();
        RuntimeException thrown = null;
        try {
            return scope == null ? send(call, null) : wrapped(call, scope, seen, 0);
        } catch (RuntimeException failed) {
            thrown = failed;
            throw failed;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            for (StatementObserver one : observers) {
                one.afterStatement(alias, sql, seen, took, thrown);
            }
        }
    }

    @SuppressWarnings("NullAway") // holds what the call gave: mustHaveRun sees to that
    private <T> T wrapped(
            Call<T> call, Statements.Scope scope, List<@Nullable Object> seen, int at) {
        if (at == scope.wrappers().size()) {
            return send(call, scope);
        }
        var given = new AtomicReference<T>();
        var statement =
                new WrappedStatement(
                        alias,
                        call.statement.sql(),
                        seen,
                        call.writes,
                        () -> given.set(wrapped(call, scope, seen, at + 1)));
        scope.wrappers().get(at).around(statement);
        statement.mustHaveRun();
        return given.get();
    }

    private <T> T send(Call<T> call, Statements.@Nullable Scope scope) {
        statements.increment();
        try {
            WorkUnit own = unit();
            if (own != null) {
                return inUnit(own, call, scope);
            }
            return call.writes ? written(call, scope) : read(call, scope);
        } catch (DatabaseException failed) {
            failures.increment();
            throw failed;
        }
    }

    private <T> T written(Call<T> call, Statements.@Nullable Scope scope) {
        T done = alone(writer == null ? source : writer, call, scope);
        replicas.wrote(alias, options.readYourWrites());
        return done;
    }

    private <T> T read(Call<T> call, Statements.@Nullable Scope scope) {
        Database replica = replicas.none() ? null : replicas.pick(alias, scope);
        if (replica != null) {
            try {
                T done = replica.alone(replica.source, call, scope);
                replicas.reads.increment();
                return done;
            } catch (ConnectionException | PoolTimeoutException gone) {
                if (call.reading) {
                    throw gone;
                }
                replicas.failed(replica, gone);
            }
        }
        return alone(source, call, scope);
    }

    private <T> T alone(ConnectionSource from, Call<T> call, Statements.@Nullable Scope scope) {
        for (boolean again = true; ; again = false) {
            LentConnection connection = borrow(from);
            boolean kept = false;
            boolean broken = false;
            try {
                T done = perform(connection, from, call, scope);
                kept = call instanceof CursorCall;
                return done;
            } catch (SQLException failed) {
                broken = isLost(connection, failed);
                boolean stale = !connection.fresh && (broken || isOutdated(connection, failed));
                // What was sent on a connection that was dead already may be sent once more, if
                // doing it twice does no harm.
                if (!again || !stale || call.writes || call.reading || isStopped(call)) {
                    throw failure(call, failed);
                }
            } finally {
                if (!kept) {
                    from.giveBack(connection, broken);
                }
            }
        }
    }

    private <T> T inUnit(WorkUnit own, Call<T> call, Statements.@Nullable Scope scope) {
        own.refuseIfLost();
        try {
            T done = perform(own.connection(), null, call, scope);
            own.ran(call.writes);
            return done;
        } catch (SQLException failed) {
            boolean stale = !isStopped(call) && isLost(own.connection(), failed);
            if (!stale || !own.moveToAnotherConnection()) {
                DatabaseException thrown = failure(call, failed);
                if (stale || dialect.diagnose(failed).endsTransaction()) {
                    own.lose(thrown);
                }
                throw thrown;
            }
        }
        try {
            T done = perform(own.connection(), null, call, scope);
            own.ran(call.writes);
            return done;
        } catch (SQLException failed) {
            DatabaseException thrown = failure(call, failed);
            if (dialect.diagnose(failed).endsTransaction()) {
                own.lose(thrown);
            }
            throw thrown;
        }
    }

    /// @param from where a cursor gives the connection back, or `null` inside a transaction
    private <T> T perform(
            LentConnection connection,
            @Nullable ConnectionSource from,
            Call<T> call,
            Statements.@Nullable Scope scope)
            throws SQLException {
        if (call instanceof CursorCall cursor) {
            @SuppressWarnings("unchecked") // a CursorCall is a call for a cursor
            T opened = (T) cursor.open(this, connection, from);
            return opened;
        }
        boolean tagged = options.comments() && scope != null && !scope.tags().isEmpty();
        String sql = call.statement.sql();
        if (tagged && scope != null) {
            sql = SqlComment.behind(sql, scope.tags());
        }
        if (call instanceof Call.Plain) {
            try (Statement plain = connection.jdbc().createStatement()) {
                return guarded(connection, plain, call, scope, sql);
            }
        }
        // One with a comment is another text each time: keeping it would push others out.
        PreparedStatement prepared =
                tagged ? connection.prepareOwn(sql, call.keys) : connection.prepare(sql, call.keys);
        try {
            call.bind(prepared, dialect);
            return guarded(connection, prepared, call, scope, sql);
        } finally {
            if (tagged) {
                prepared.close();
            }
        }
    }

    private <T> T guarded(
            LentConnection connection,
            Statement statement,
            Call<T> call,
            Statements.@Nullable Scope scope,
            String sql)
            throws SQLException {
        Duration timeout = scope == null || scope.timeout() == null ? ownTimeout : scope.timeout();
        Cancellation cancellation = Cancellation.current();
        if (timeout == null && cancellation == Cancellation.never()) {
            return sent(statement, call, sql);
        }
        if (cancellation.cancelled()) {
            throw Failures.cancelledBefore(FailedStatement.of(call.statement, call.values));
        }
        try (Guard guard = Guard.over(connection, statement, timeout, cancellation)) {
            try {
                return sent(statement, call, sql);
            } finally {
                call.stopped = guard.stopped();
            }
        }
    }

    private <T> T sent(Statement statement, Call<T> call, String sql) throws SQLException {
        return statement instanceof PreparedStatement prepared
                ? call.on(prepared, dialect)
                : call.plain(statement, sql);
    }

    private static boolean isStopped(Call<?> call) {
        return call.stopped != Failures.Stopped.NOT;
    }

    private DatabaseException failure(Call<?> call, SQLException failed) {
        Failures.Stopped stopped = call.stopped;
        // The server's own time-out and somebody's wish are one code to PostgreSQL.
        if (stopped == Failures.Stopped.NOT
                && options.statementTimeout() != null
                && dialect.diagnose(failed).kind() == Diagnosis.Kind.CANCELLED
                && !String.valueOf(failed.getMessage()).contains("user request")) {
            stopped = Failures.Stopped.TIMEOUT;
        }
        return Failures.running(
                this, FailedStatement.of(call.statement, call.values), failed, stopped);
    }

    /// A kept statement whose columns have become others since it was prepared.
    private static boolean isOutdated(LentConnection connection, SQLException failed) {
        if (!CHANGED_PLAN.equals(failed.getSQLState())) {
            return false;
        }
        connection.forgetStatements();
        return true;
    }

    private LentConnection borrow(ConnectionSource from) {
        try {
            return from.borrow();
        } catch (SQLException failed) {
            throw Failures.connecting(alias, failed);
        }
    }
}
