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

    MigrationLock(Database database) {
        this.database = database;
    }

    /// Runs `work` in a transaction under the lock. Where the database ends transactions at a
    /// change of a table, only the lock and the last statements are left of that.
    void during(Runnable work) {
        during(TransactionMode.REBUILDING, work);
    }

    /// Runs `work` in a transaction of this kind under the lock.
    void during(TransactionMode mode, Runnable work) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        WorkUnit unit = begun(mode, deadline);
        WorkUnit.Mark mark = unit.open();
        boolean kept = false;
        try {
            take(deadline);
            try {
                work.run();
                if (mariadb()) {
                    // Before the lock goes: who takes it next must see the row in the history.
                    database.execute(List.of("COMMIT"));
                }
            } finally {
                release();
            }
            kept = true;
        } finally {
            if (kept) {
                unit.commit(mark);
            } else {
                unit.rollback(mark);
            }
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

    private void take(long deadline) {
        if (database.dialect().name().equals("postgresql")) {
            while (!asked("SELECT pg_try_advisory_xact_lock(" + NUMBER + ")")) {
                pause(deadline);
            }
        } else if (mariadb()) {
            if (!asked("SELECT GET_LOCK(" + MARIADB_NAME + ", " + PATIENCE.toSeconds() + ") = 1")) {
                throw locked();
            }
        } else {
            // The driver begins the transaction with its first statement.
            while (!readable()) {
                pause(deadline);
            }
        }
    }

    private void release() {
        if (mariadb()) {
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
        try {
            Thread.sleep(PAUSE);
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
