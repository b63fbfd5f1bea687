package dev.quintet.orm.connection;

import dev.quintet.kernel.log.Loggers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A connection, and the statements that were prepared on it, kept for the next time. Belongs to
/// one thread while it is lent.
public final class LentConnection {

    private static final System.Logger LOG = Loggers.of(LentConnection.class);
    private static final int MOST_STATEMENTS = 128;

    private final Connection jdbc;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    final long openedNanos = System.nanoTime();
    long lastUsedNanos = openedNanos;
    boolean fresh = true;
    boolean suspect;

    // Read by other threads for reports only; a glimpse that is a moment old, or of two lendings,
    // does no harm.
    private volatile @Nullable Thread lender;
    private volatile long lentNanos;
    private volatile String place = "";

    /// When the lending began that was told of already.
    private final AtomicLong reported = new AtomicLong();

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
        this.place = place;
        lentNanos = System.nanoTime();
        lender = Thread.currentThread();
    }

    void returned() {
        lender = null;
        fresh = false;
    }

    /// {@return who has it, or `null` when nobody has}
    PoolMetrics.@Nullable Holder holder(long now) {
        Thread current = lender;
        return current == null
                ? null
                : new PoolMetrics.Holder(
                        name(current), Duration.ofNanos(now - lentNanos), place, current.isAlive());
    }

    /// {@return whether it is lent for longer than this, and nobody was told yet}
    boolean overdue(long now, long mostNanos) {
        long since = lentNanos;
        return lender != null && now - since >= mostNanos && reported.getAndSet(since) != since;
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
            LOG.log(System.Logger.Level.DEBUG, "A connection did not close.", alreadyGone);
        }
    }
}
