package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.WorkUnit;
import org.jspecify.annotations.Nullable;

/// Statements that are kept all together or not at all. Django: `transaction.atomic`.
///
/// Belongs to the thread that began it. One inside another is a savepoint: taking it back keeps
/// what the outer one did before. What else a block can be, such as serializable, says {@link
/// Atomic}.
///
/// ```java
/// try (var tx = Transaction.atomic()) {
///     album.save();
///     tx.commit();
/// }
/// ```
public final class Transaction implements AutoCloseable {

    private final WorkUnit unit;
    private final WorkUnit.Mark mark;
    private final Thread thread = Thread.currentThread();
    private boolean ended;

    Transaction(Database database, Atomic how) {
        WorkUnit around = database.unit();
        if (around != null) {
            refuseUnlike(around, how);
        }
        this.unit = database.beginUnit(how.mode());
        this.mark = unit.open();
    }

    /// {@return a block on the default database, to be closed by try-with-resources}
    public static Transaction atomic() {
        return Atomic.block().begin();
    }

    /// {@return a block on another database, to be closed by try-with-resources}
    public static Transaction atomicOn(String alias) {
        return Atomic.on(alias).begin();
    }

    /// Runs `work` in a block that is kept unless it throws.
    public static <X extends Throwable> void atomic(Atomic.Task<X> work) throws X {
        Atomic.block().run(work);
    }

    /// {@return what `work` returns, run in a block that is kept unless it throws}
    public static <T extends @Nullable Object, X extends Throwable> T atomic(Atomic.Work<T, X> work)
            throws X {
        return Atomic.block().run(work);
    }

    /// Runs `action` once the outermost block was kept; at once where there is none. Never when it
    /// was taken back.
    public static void onCommit(Runnable action) {
        onCommit(Databases.DEFAULT, action, false);
    }

    /// Like {@link #onCommit}, but what `action` throws is logged and keeps no later one from
    /// running.
    public static void onCommitRobust(Runnable action) {
        onCommit(Databases.DEFAULT, action, true);
    }

    /// Runs `action` once the outermost block on this database was kept; at once where there is
    /// none.
    ///
    /// @param robust whether what it throws is logged and keeps no later one from running
    public static void onCommit(String alias, Runnable action, boolean robust) {
        WorkUnit open = Databases.current().get(alias).unit();
        if (open != null) {
            open.onCommit(action, robust);
        } else if (robust) {
            WorkUnit.runRobustly(action);
        } else {
            action.run();
        }
    }

    /// {@return whether this thread is in a block on the default database}
    public static boolean active() {
        return Databases.current().get().unit() != null;
    }

    /// Keeps what was done in this block, for good when it is the outermost. One that is marked by
    /// {@link #setRollbackOnly} is taken back.
    public void commit() {
        end();
        unit.commit(mark);
    }

    /// Takes back what was done in this block.
    public void rollback() {
        end();
        unit.rollback(mark);
    }

    /// From now on, `commit()` takes this block back: for code that finds out that nothing may be
    /// kept, and lets the rest of the block end as usual. Django: `set_rollback`.
    public void setRollbackOnly() {
        mark.setRollbackOnly();
    }

    /// Takes back what was done in this block unless it was ended before.
    ///
    /// @throws TransactionException when it was not: after an exception, that one goes on, with
    ///   this one suppressed
    @Override
    public void close() {
        if (ended) {
            return;
        }
        rollback();
        throw new TransactionException(
                Problem.of("orm.E050", "A transaction was neither committed nor rolled back.")
                        .because("Its work was taken back.")
                        .fixedBy(
                                "Call commit() at the end of the block, or rollback() to mean it."));
    }

    /// After `thrown`, which goes on.
    void takeBack(Throwable thrown) {
        if (ended) {
            return;
        }
        try {
            rollback();
        } catch (OrmException failed) {
            thrown.addSuppressed(failed);
        }
    }

    private void end() {
        if (Thread.currentThread() != thread) {
            throw new TransactionException(
                    Problem.of("orm.E223", "A transaction is ended by another thread.")
                            .because(
                                    "It belongs to "
                                            + thread
                                            + ", and this is "
                                            + Thread.currentThread()
                                            + ".")
                            .fixedBy("Begin and end it in one thread."));
        }
        if (ended) {
            throw new TransactionException(
                    Problem.of("orm.E051", "This transaction has ended already."));
        }
        unit.mustBeInnermost(mark);
        ended = true;
    }

    /// Around a test stands a block that nobody asked for: it is not held against those inside.
    private static void refuseUnlike(WorkUnit around, Atomic how) {
        if (around.ownDepth() == 0) {
            return;
        }
        if (how.durable()) {
            throw new TransactionException(
                    Problem.of("orm.E224", "A durable block is inside another one.")
                            .because(
                                    "What it does would be kept or taken back with the outer"
                                            + " block, and not when it ends.")
                            .fixedBy("Call it outside, or leave asDurable() out."));
        }
        boolean otherIsolation =
                how.isolation() != null && how.isolation() != around.mode().isolation();
        boolean otherwiseWritable = how.readOnly() && !around.mode().readOnly();
        if (otherIsolation || otherwiseWritable) {
            throw new TransactionException(
                    Problem.of(
                                    "orm.E225",
                                    "An inner block asks for another kind of transaction than it"
                                            + " is in.")
                            .because(
                                    "The outermost block has isolation "
                                            + around.mode().isolation()
                                            + " and is "
                                            + (around.mode().readOnly() ? "read-only" : "writable")
                                            + ".")
                            .fixedBy("Ask for it where the outermost block begins."));
        }
    }
}
