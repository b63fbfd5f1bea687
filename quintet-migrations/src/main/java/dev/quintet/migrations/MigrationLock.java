package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.LockedException;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.connection.WorkUnit;
import dev.quintet.orm.sql.TransactionMode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Lets one process at a time work on the tables: an advisory lock on PostgreSQL, `GET_LOCK` on
/// MariaDB, an immediate transaction on SQLite. All three end with the connection, so that a
/// process that dies leaves none behind.
final class MigrationLock {

    /// "quintet" in ASCII: the number of the lock, which only has to be nobody else's.
    private static final long NUMBER = 0x7175696e746574L;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SQLITE_BUSY = 5;

    private static final String MARIADB_NAME = "SHA1(CONCAT(DATABASE(), '.django_migrations'))";

    private final Database database;
    private final Duration wait;

    /// @param wait how long a statement waits for a table that others use; zero for ever
    MigrationLock(Database database, Duration wait) {
        this.database = database;
        this.wait = wait;
    }

    /// Runs `work` in a transaction under the lock. Where the database ends transactions at a
    /// change of a table, only the lock and the last statements are left of that.
    void during(Runnable work) {
        during(TransactionMode.REBUILDING, work);
    }

    /// Runs `work` in a transaction of this kind under the lock.
    void during(TransactionMode mode, Runnable work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // Who waits is in no transaction of PostgreSQL: an index that is made concurrently waits
        // for
        // all that began before it.
        while (!tried(mode, deadline, work)) {
            pause(deadline);
        }
    }

    /// {@return whether the lock was had, and the work done}
    private boolean tried(TransactionMode mode, long deadline, Runnable work) {
        WorkUnit unit = begun(mode, deadline);
        WorkUnit.Mark mark = unit.open();
        boolean kept = false;
        try {
            if (!took(deadline)) {
                return false;
            }
            try {
                limit();
                work.run();
                if (mariadb()) {
                    // Before the lock goes: who takes it next must see the row in the history.
                    database.execute(List.of("COMMIT"));
                }
            } finally {
                release();
            }
            kept = true;
            return true;
        } finally {
            if (kept) {
                unit.commit(mark);
            } else {
                unit.rollback(mark);
            }
        }
    }

    /// Runs `work` outside of any transaction, while a connection of another thread holds the lock:
    /// for statements of PostgreSQL that refuse to run in one.
    void beside(Runnable work) {
        var held = new CompletableFuture<Boolean>();
        var released = new CountDownLatch(1);
        Thread holder =
                Thread.ofVirtual()
                        .name("quintet-migration-lock")
                        .start(() -> {
                            try {
                                during(
                                        TransactionMode.USUAL,
                                        () -> {
                                            database.execute(
                                                    List.of(
                                                            "SET LOCAL"
                                                                    + " idle_in_transaction_session_timeout"
                                                                    + " = 0"));
                                            held.complete(true);
                                            await(released);
                                        });
                            } catch (RuntimeException failed) {
                                held.completeExceptionally(failed);
                            }
                        });
        try {
            held.join();
            work.run();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        } finally {
            released.countDown();
            join(holder);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread holder) {
        try {
            holder.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Limits how long the statements of this transaction wait for a table that others use: while
    /// one waits, all that come later wait behind it. How long they run is not limited.
    void limit() {
        if (mariadb()) {
            database.execute(
                    List.of(
                            "SET SESSION lock_wait_timeout = "
                                    + (wait.isZero() ? "DEFAULT" : Math.max(1, wait.toSeconds()))));
        } else if (database.dialect().name().equals("postgresql")) {
            database.execute(
                    List.of(
                            "SET LOCAL lock_timeout = " + wait.toMillis(),
                            "SET LOCAL statement_timeout = 0"));
        }
    }

    private WorkUnit begun(TransactionMode mode, long deadline) {
        while (true) {
            try {
                return database.beginUnit(mode);
            } catch (DatabaseException busy) {
                if (!isBusy(busy)) {
                    throw busy;
                }
                pause(deadline);
            }
        }
    }

    private boolean took(long deadline) {
        if (database.dialect().name().equals("postgresql")) {
            return asked("SELECT pg_try_advisory_xact_lock(" + NUMBER + ")");
        }
        if (mariadb()) {
            if (!asked("SELECT GET_LOCK(" + MARIADB_NAME + ", " + PATIENCE.toSeconds() + ") = 1")) {
                throw locked();
            }
            return true;
        }
        // The driver begins the transaction with its first statement.
        while (!readable()) {
            pause(deadline);
        }
        return true;
    }

    private void release() {
        if (mariadb()) {
            database.execute(List.of("SET SESSION lock_wait_timeout = DEFAULT"));
            asked("SELECT RELEASE_LOCK(" + MARIADB_NAME + ") = 1");
        }
    }

    private boolean readable() {
        try {
            return asked("SELECT count(*) >= 0 FROM sqlite_master");
        } catch (DatabaseException busy) {
            if (isBusy(busy)) {
                return false;
            }
            throw busy;
        }
    }

    private boolean mariadb() {
        return database.dialect().name().equals("mariadb");
    }

    private boolean asked(String question) {
        return database.query(
                SqlStatement.of(question),
                new Object[0],
                (result, _) -> result.next() && result.getBoolean(1));
    }

    private static boolean isBusy(DatabaseException failed) {
        return failed.getCause() instanceof SQLException cause
                && (cause.getErrorCode() & 0xff) == SQLITE_BUSY
                && cause.getClass().getName().startsWith("org.sqlite");
    }

    private static void pause(long deadline) {
        if (System.nanoTime() > deadline) {
            throw locked();
        }
        pause(PAUSE);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw locked(interrupted);
        }
    }

    private static LockedException locked() {
        return locked(null);
    }

    private static LockedException locked(@Nullable Throwable cause) {
        return new LockedException(
                Problem.of("migrations.E014", "Another process is at work on the tables.")
                        .because("It held the lock for " + PATIENCE.toMinutes() + " minutes.")
                        .fixedBy("Look whether a migrate runs elsewhere, then run it again."),
                cause);
    }
}
