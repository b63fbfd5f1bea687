package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.WorkUnit;
import java.util.function.Supplier;

/// Statements that are kept all together or not at all. Django: `transaction.atomic`.
///
/// Belongs to the thread that began it. One inside another is a savepoint: taking it back keeps
/// what the outer one did before.
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
    private boolean ended;

    private Transaction(Database database) {
        this.unit = database.beginUnit();
        this.mark = unit.open();
    }

    /// {@return a block on the default database, to be closed by try-with-resources}
    public static Transaction atomic() {
        return new Transaction(Databases.current().get());
    }

    /// {@return a block on another database, to be closed by try-with-resources}
    public static Transaction atomicOn(String alias) {
        return new Transaction(Databases.current().get(alias));
    }

    /// Runs `work` in a block that is kept unless it throws.
    public static void atomic(Runnable work) {
        try (var block = atomic()) {
            work.run();
            block.commit();
        }
    }

    /// {@return what `work` returns, run in a block that is kept unless it throws}
    public static <T> T atomic(Supplier<T> work) {
        try (var block = atomic()) {
            T done = work.get();
            block.commit();
            return done;
        }
    }

    /// Runs `action` once the outermost block was kept; at once where there is none. Never when it
    /// was taken back.
    public static void onCommit(Runnable action) {
        onCommit(action, false);
    }

    /// Like {@link #onCommit}, but what `action` throws is logged and keeps no later one from
    /// running.
    public static void onCommitRobust(Runnable action) {
        onCommit(action, true);
    }

    private static void onCommit(Runnable action, boolean robust) {
        WorkUnit open = Databases.current().get().unit();
        if (open == null) {
            action.run();
        } else {
            open.onCommit(action, robust);
        }
    }

    /// Keeps what was done in this block, for good when it is the outermost.
    public void commit() {
        end();
        unit.commit(mark);
    }

    /// Takes back what was done in this block.
    public void rollback() {
        end();
        unit.rollback(mark);
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

    private void end() {
        if (ended) {
            throw new TransactionException(
                    Problem.of("orm.E051", "This transaction has ended already."));
        }
        ended = true;
    }
}
