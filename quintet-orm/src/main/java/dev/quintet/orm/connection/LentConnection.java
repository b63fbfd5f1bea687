package dev.quintet.orm.connection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A connection, and the statements that were prepared on it, kept for the next time. Belongs to
/// one thread while it is lent.
public final class LentConnection {

    private static final int MOST_STATEMENTS = 128;

    private final Connection jdbc;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    final long openedNanos = System.nanoTime();
    long lastUsedNanos = openedNanos;
    boolean fresh = true;
    boolean suspect;

    // Read by other threads for reports only; a glimpse that is a moment old does no harm.
    private volatile @Nullable Lending lending;

    /// The lending that was told of already.
    private final AtomicReference<@Nullable Lending> reported = new AtomicReference<>();

    /// @param place the line that borrowed, or empty
    private record Lending(Thread thread, long nanos, String place) {}

    /// Wraps a connection in auto-commit mode.
    public LentConnection(Connection jdbc) {
        this.jdbc = jdbc;
    }

    /// {@return the connection itself}
    public Connection jdbc() {
        return jdbc;
    }

    /// {@return the statement, prepared now or earlier; do not close it}
    public PreparedStatement prepare(String sql, boolean generatedKeys) throws SQLException {
        String key = generatedKeys ? "\u0001" + sql : sql;
        PreparedStatement known = statements.get(key);
        if (known != null) {
            return known;
        }
        if (statements.size() >= MOST_STATEMENTS) {
            var eldest = statements.entrySet().iterator();
            PreparedStatement old = eldest.next().getValue();
            eldest.remove();
            old.close();
        }
        PreparedStatement prepared = prepareOwn(sql, generatedKeys);
        statements.put(key, prepared);
        return prepared;
    }

    /// {@return the statement, not among those that are kept, for a result that stays open; the
    /// caller closes it}
    public PreparedStatement prepareOwn(String sql, boolean generatedKeys) throws SQLException {
        return generatedKeys
                ? jdbc.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)
                : jdbc.prepareStatement(sql);
    }

    /// Its state is not known: it is closed when it is given back.
    void distrust() {
        suspect = true;
    }

    /// Forgets statements whose plans no longer fit the tables.
    void forgetStatements() {
        for (PreparedStatement old : statements.values()) {
            try {
                old.close();
            } catch (SQLException gone) {
                suspect = true;
            }
        }
        statements.clear();
    }

    void lend(String place) {
        lending = new Lending(Thread.currentThread(), System.nanoTime(), place);
    }

    void returned() {
        lending = null;
        reported.setPlain(null);
        fresh = false;
    }

    /// {@return who has it, or `null` when nobody has}
    PoolMetrics.@Nullable Holder holder(long now) {
        Lending current = lending;
        return current == null
                ? null
                : new PoolMetrics.Holder(
                        name(current.thread()),
                        Duration.ofNanos(now - current.nanos()),
                        current.place(),
                        current.thread().isAlive());
    }

    /// {@return whether it is lent for longer than this, and nobody was told yet}
    @SuppressWarnings("ReferenceEquality") // one lending is meant, not one like it
    boolean overdue(long now, long mostNanos) {
        Lending current = lending;
        return current != null
                && now - current.nanos() >= mostNanos
                && reported.getAndSet(current) != current;
    }

    private static String name(Thread thread) {
        String name = thread.getName();
        return name.isEmpty() ? "thread " + thread.threadId() : name;
    }

    void close() {
        try {
            jdbc.close();
        } catch (SQLException alreadyGone) {
            // A connection is closed because it is of no more use, whatever it says to that.
            System.getLogger(LentConnection.class.getName())
                    .log(System.Logger.Level.DEBUG, "A connection did not close.", alreadyGone);
        }
    }
}
