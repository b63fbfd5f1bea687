package dev.quintet.orm.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A pool that hands connections over in the order in which they were asked for.
///
/// Fair, because under many virtual threads an unfair one starves most of them; it parks, never
/// spins. A connection that lay idle for long is tried before it is lent. Safe for many threads.
public final class PooledConnections implements ConnectionSource {

    private static final Duration IDLE_BEFORE_TRIAL = Duration.ofSeconds(5);
    private static final int TRIAL_SECONDS = 5;

    private final Opener opener;
    private final int size;
    private final Duration patience;
    private final Semaphore permits;
    private final Deque<LentConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /// Opens connections.
    @FunctionalInterface
    public interface Opener {

        /// {@return a new connection in auto-commit mode}
        Connection open() throws SQLException;
    }

    /// A pool that opens connections as they are needed.
    ///
    /// @param opener opens one
    /// @param size most connections at once
    /// @param patience how long one waits for a connection before it fails
    public PooledConnections(Opener opener, int size, Duration patience) {
        if (size < 1) {
            throw new IllegalArgumentException("A pool has at least one connection, not " + size);
        }
        this.opener = opener;
        this.size = size;
        this.patience = patience;
        this.permits = new Semaphore(size, true);
    }

    @Override
    public LentConnection borrow() throws SQLException {
        takePermit();
        try {
            for (LentConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
                if (usable(kept)) {
                    return kept;
                }
                kept.close();
            }
            return new LentConnection(opener.open());
        } catch (SQLException | RuntimeException | Error failed) {
            permits.release();
            throw failed;
        }
    }

    @Override
    public void giveBack(LentConnection connection, boolean broken) {
        if (broken || closed) {
            connection.close();
        } else {
            connection.lastUsedNanos = System.nanoTime();
            idle.addFirst(connection);
        }
        permits.release();
    }

    /// {@return how many connections are lent at this moment}
    public int lent() {
        return size - permits.availablePermits();
    }

    @Override
    public void close() {
        closed = true;
        for (LentConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }

    private void takePermit() throws SQLException {
        try {
            if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SQLTransientConnectionException(
                        "All "
                                + size
                                + " connections were in use for "
                                + patience.toSeconds()
                                + " s.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(
                    "Interrupted while waiting for a connection.", interrupted);
        }
    }

    private static boolean usable(LentConnection connection) {
        long idleNanos = System.nanoTime() - connection.lastUsedNanos;
        if (idleNanos < IDLE_BEFORE_TRIAL.toNanos()) {
            return true;
        }
        try {
            return connection.jdbc().isValid(TRIAL_SECONDS);
        } catch (SQLException broken) {
            return false;
        }
    }
}
