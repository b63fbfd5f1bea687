package dev.quintet.orm.connection;

import dev.quintet.kernel.context.Cancellation;
import dev.quintet.kernel.log.Loggers;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Stops a statement that takes too long, or that nobody waits for any more. For one statement of
/// one thread.
final class Guard implements AutoCloseable {

    private static final System.Logger LOG = Loggers.of(Guard.class);

    private final LentConnection connection;
    private final Statement statement;
    private @Nullable Future<?> alarm;
    private Cancellation.@Nullable Registration registration;
    private Failures.Stopped stopped = Failures.Stopped.NOT;
    private boolean over;

    private Guard(LentConnection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /// {@return a guard against both}
    ///
    /// @param timeout the longest time, or `null` for none
    static Guard over(
            LentConnection connection,
            Statement statement,
            @Nullable Duration timeout,
            Cancellation cancellation) {
        var guard = new Guard(connection, statement);
        Duration left = cancellation.remaining().orElse(null);
        if (left != null && (timeout == null || left.compareTo(timeout) < 0)) {
            guard.alarm = alarm(left, () -> guard.stopApart(Failures.Stopped.CANCELLED));
        } else if (timeout != null) {
            guard.alarm = alarm(timeout, () -> guard.stopApart(Failures.Stopped.TIMEOUT));
        }
        guard.registration =
                cancellation.onCancel(() -> guard.stopApart(Failures.Stopped.CANCELLED));
        return guard;
    }

    private static Future<?> alarm(Duration in, Runnable action) {
        return ForkJoinPool.commonPool().schedule(action, in.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// {@return whether, and why, it stopped the statement}
    synchronized Failures.Stopped stopped() {
        return stopped;
    }

    /// After this, the statement is not stopped any more: its connection may go to others.
    @Override
    public void close() {
        synchronized (this) {
            over = true;
            if (stopped != Failures.Stopped.NOT) {
                // The word to stop may still be on its way, and would hit the next statement.
                connection.distrust();
            }
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        if (registration != null) {
            registration.close();
        }
    }

    /// Stopping asks the server over a connection of its own, which must not keep a timer waiting.
    private void stopApart(Failures.Stopped why) {
        Thread.ofVirtual().name("quintet-cancel").start(() -> stop(why));
    }

    private synchronized void stop(Failures.Stopped why) {
        if (over || stopped != Failures.Stopped.NOT) {
            return;
        }
        stopped = why;
        try {
            statement.cancel();
        } catch (SQLException failed) {
            LOG.log(System.Logger.Level.DEBUG, "A statement did not stop.", failed);
        }
    }
}
