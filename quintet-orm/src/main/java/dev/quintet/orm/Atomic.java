package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.ConflictException;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.sql.TransactionMode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// How an atomic block is to be: where, how isolated, whether it may write, how often it is tried.
/// Django: the arguments of `transaction.atomic`.
///
/// ```java
/// Atomic.block().isolation(Isolation.SERIALIZABLE).retries(3).run(() -> transfer(from, to));
/// ```
///
/// @param database alias of the database
/// @param isolation how much it sees of others; `null` for what the database does by itself. What
///   is asked of an inner block must be what the outermost one has
/// @param readOnly whether it refuses to write
/// @param durable whether it must be the outermost, so that it has been kept for good when it ends
/// @param deferred whether it takes no lock before its first change; SQLite alone asks for one at
///   the beginning
/// @param retries how often {@link #run} begins again after a deadlock or a failed serialization
public record Atomic(
        String database,
        @Nullable Isolation isolation,
        boolean readOnly,
        boolean durable,
        boolean deferred,
        int retries) {

    private static final long SHORTEST_PAUSE_NANOS = 500_000;
    private static final int MOST_DOUBLINGS = 8;

    /// Something to run in a block.
    ///
    /// @param <T> what it returns
    /// @param <X> what it throws, checked or not
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Throwable> {

        /// Runs it.
        T run() throws X;
    }

    /// Something to run in a block that returns nothing.
    ///
    /// @param <X> what it throws, checked or not
    @FunctionalInterface
    public interface Task<X extends Throwable> {

        /// Runs it.
        void run() throws X;
    }

    /// {@return a block on the default database, as it is by itself}
    public static Atomic block() {
        return on(Databases.DEFAULT);
    }

    /// {@return a block on this database, as it is by itself}
    public static Atomic on(String alias) {
        return new Atomic(alias, null, false, false, false, 0);
    }

    /// {@return this with another isolation}
    public Atomic isolation(Isolation isolation) {
        return new Atomic(database, isolation, readOnly, durable, deferred, retries);
    }

    /// {@return this, refusing to write}
    public Atomic asReadOnly() {
        return new Atomic(database, isolation, true, durable, deferred, retries);
    }

    /// {@return this, refusing to be inside another block}
    public Atomic asDurable() {
        return new Atomic(database, isolation, readOnly, true, deferred, retries);
    }

    /// {@return this, taking no lock before its first change}
    public Atomic asDeferred() {
        return new Atomic(database, isolation, readOnly, durable, true, retries);
    }

    /// {@return this, tried so many times more after a conflict with other transactions}
    public Atomic retries(int retries) {
        return new Atomic(database, isolation, readOnly, durable, deferred, retries);
    }

    /// {@return a block that has begun, to be closed by try-with-resources}
    ///
    /// @throws TransactionException when it cannot be what it is to be inside the block around it
    public Transaction begin() {
        return new Transaction(Databases.current().get(database), this);
    }

    /// Runs `work` in a block that is kept unless it throws.
    public <X extends Throwable> void run(Task<X> work) throws X {
        this.<@Nullable Object, X>run(() -> {
            work.run();
            return null;
        });
    }

    /// {@return what `work` returns, run in a block that is kept unless it throws}
    ///
    /// After a conflict it is begun anew, as often as {@link #retries} says, with longer pauses
    /// each time: objects that it saved were taken back, so it loads or makes its own. Inside
    /// another block nothing is tried again: the conflict took that one back as well.
    public <T extends @Nullable Object, X extends Throwable> T run(Work<T, X> work) throws X {
        Database where = Databases.current().get(database);
        boolean outermost = where.unit() == null;
        for (int tried = 0; ; tried++) {
            try {
                return once(work);
            } catch (ConflictException conflict) {
                if (!outermost || tried >= retries) {
                    throw conflict;
                }
            } catch (TransactionException gone) {
                // The conflict was caught inside, and the block could not be kept.
                if (!outermost
                        || tried >= retries
                        || !(gone.getCause() instanceof ConflictException)) {
                    throw gone;
                }
            }
            where.countRetry();
            pause(tried);
        }
    }

    TransactionMode mode() {
        return new TransactionMode(isolation, readOnly, deferred, false);
    }

    private <T extends @Nullable Object, X extends Throwable> T once(Work<T, X> work) throws X {
        Transaction block = begin();
        T done;
        try {
            done = work.run();
        } catch (Throwable thrown) {
            block.takeBack(thrown);
            throw thrown;
        }
        block.commit();
        return done;
    }

    /// Random, so that those who met do not meet again.
    private static void pause(int tried) {
        long most = SHORTEST_PAUSE_NANOS << Math.min(tried + 1, MOST_DOUBLINGS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS, most));
        if (Thread.currentThread().isInterrupted()) {
            throw new TransactionException(
                    Problem.of("orm.E222", "Interrupted while waiting to try again."));
        }
    }
}
