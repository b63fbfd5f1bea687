package dev.quintet.orm.connection;

import dev.quintet.kernel.log.Loggers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// A pool that hands connections over in the order in which they were asked for.
///
/// Fair, because under many virtual threads an unfair one starves most of them; it parks, never
/// spins. A connection that lay idle is tried before it is lent, and after one was found broken all
/// idle ones are: when a database was started anew, the next to ask gets a connection that works.
/// Safe for many threads.
public final class PooledConnections implements ConnectionSource {

    private static final System.Logger LOG = Loggers.of(PooledConnections.class);
    private static final int TRIAL_SECONDS = 5;
    private static final int MOST_NAMED = 5;
    private static final Duration LONG_WAIT = Duration.ofSeconds(1);
    private static final Duration WAITS_TOLD = Duration.ofSeconds(10);
    private static final double AGE_SPREAD = 0.1;

    private final Opener opener;
    private final PoolSettings settings;
    private final Semaphore permits;
    private final Deque<LentConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<LentConnection> open = ConcurrentHashMap.newKeySet();
    private final LongAdder borrowed = new LongAdder();
    private final LongAdder opened = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final AtomicLong nextLook;
    private final AtomicLong nextWaitTold = new AtomicLong(System.nanoTime());
    private volatile long distrustedNanos = System.nanoTime();
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
    public PooledConnections(Opener opener, PoolSettings settings) {
        this.opener = opener;
        this.settings = settings;
        this.permits = new Semaphore(settings.size(), true);
        this.nextLook = new AtomicLong(System.nanoTime() + settings.leakAfter().toNanos());
    }

    /// A pool of this size that waits this long, and is as usual otherwise.
    public PooledConnections(Opener opener, int size, Duration patience) {
        this(opener, PoolSettings.USUAL.size(size).patience(patience));
    }

    @Override
    public LentConnection borrow() throws SQLException {
        takePermit();
        try {
            LentConnection lent = idleOrNew();
            lent.lend(settings.traced() ? Caller.place() : "");
            borrowed.increment();
            lookForLeaks();
            return lent;
        } catch (SQLException | RuntimeException | Error failed) {
            permits.release();
            throw failed;
        }
    }

    private LentConnection idleOrNew() throws SQLException {
        for (LentConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (usable(kept)) {
                return kept;
            }
            throwAway(kept);
        }
        var made = new LentConnection(opener.open());
        opened.increment();
        open.add(made);
        return made;
    }

    @Override
    public void giveBack(LentConnection connection, boolean isBroken) {
        connection.returned();
        if (isBroken) {
            // What broke this one may have broken those that lie idle.
            distrustedNanos = System.nanoTime();
            broken.increment();
        }
        connection.lastUsedNanos = System.nanoTime();
        if (isBroken || connection.suspect || closed || tooOld(connection)) {
            throwAway(connection);
        } else {
            idle.addFirst(connection);
            if (closed) {
                closeIdle();
            }
        }
        permits.release();
    }

    /// {@return how many connections are lent at this moment}
    public int lent() {
        return settings.size() - permits.availablePermits();
    }

    @Override
    public Optional<PoolMetrics> metrics() {
        return Optional.of(
                new PoolMetrics(
                        settings.size(),
                        open.size(),
                        lent(),
                        permits.getQueueLength(),
                        borrowed.sum(),
                        opened.sum(),
                        broken.sum(),
                        timeouts.sum(),
                        Duration.ofNanos(waitedNanos.sum()),
                        holders()));
    }

    /// Closes all connections that are not lent; those that are, as they come back.
    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (LentConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            throwAway(kept);
        }
    }

    private void throwAway(LentConnection connection) {
        open.remove(connection);
        connection.close();
    }

    private void takePermit() throws SQLException {
        if (closed) {
            throw new SQLTransientConnectionException("The pool was closed.");
        }
        if (permits.tryAcquire()) {
            return;
        }
        long from = System.nanoTime();
        try {
            if (!permits.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                timeouts.increment();
                throw exhausted();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(
                    "Interrupted while waiting for a connection.", interrupted);
        } finally {
            waitedNanos.add(System.nanoTime() - from);
        }
        if (closed) {
            permits.release();
            throw new SQLTransientConnectionException("The pool was closed.");
        }
        tellOfALongWait(System.nanoTime() - from);
    }

    /// Now and then, and behind the wait: who looked up from waiting would lose the place in the
    /// queue.
    private void tellOfALongWait(long waited) {
        if (waited < LONG_WAIT.toNanos()) {
            return;
        }
        long now = System.nanoTime();
        long due = nextWaitTold.get();
        if (now - due >= 0 && nextWaitTold.compareAndSet(due, now + WAITS_TOLD.toNanos())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () ->
                            "A connection was waited for "
                                    + TimeUnit.NANOSECONDS.toMillis(waited)
                                    + " ms, and "
                                    + permits.getQueueLength()
                                    + " more wait. All "
                                    + settings.size()
                                    + " are in use: "
                                    + named(holders())
                                    + ".");
        }
    }

    private static String named(List<PoolMetrics.Holder> holders) {
        int more = holders.size() - MOST_NAMED;
        return holders.stream()
                        .limit(MOST_NAMED)
                        .map(PoolMetrics.Holder::toString)
                        .collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private SQLException exhausted() {
        return new PoolExhaustedSqlException(
                "All "
                        + settings.size()
                        + " connections were in use for "
                        + settings.patience().toMillis()
                        + " ms. They are held by: "
                        + named(holders())
                        + ".",
                "Close transactions and streams sooner, or raise pool_size"
                        + (settings.traced()
                                ? "."
                                : "; trace=true in the database's URL shows the lines that"
                                        + " borrowed."));
    }

    private List<PoolMetrics.Holder> holders() {
        long now = System.nanoTime();
        return open.stream()
                .map(connection -> connection.holder(now))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(PoolMetrics.Holder::held).reversed())
                .toList();
    }

    /// At most once in a while, by whoever comes by: no thread is kept for it.
    private void lookForLeaks() {
        long now = System.nanoTime();
        long due = nextLook.get();
        long most = settings.leakAfter().toNanos();
        if (now - due < 0 || !nextLook.compareAndSet(due, now + Math.max(1, most / 4))) {
            return;
        }
        for (LentConnection one : open) {
            if (one.overdue(now, most)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        () -> "A connection is lent for long: " + one.holder(now));
            }
        }
    }

    private boolean tooOld(LentConnection connection) {
        double spread = 1 - (System.identityHashCode(connection) & 0xff) * AGE_SPREAD / 0xff;
        return System.nanoTime() - connection.openedNanos > settings.maxAge().toNanos() * spread;
    }

    private boolean usable(LentConnection connection) {
        if (tooOld(connection)) {
            return false;
        }
        long idleNanos = System.nanoTime() - connection.lastUsedNanos;
        boolean trusted = connection.lastUsedNanos - distrustedNanos > 0;
        if (trusted && idleNanos < settings.trialAfter().toNanos()) {
            return true;
        }
        try {
            return connection.jdbc().isValid(TRIAL_SECONDS);
        } catch (SQLException gone) {
            return false;
        }
    }
}
