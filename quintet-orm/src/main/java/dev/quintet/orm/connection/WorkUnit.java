package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.log.Loggers;
import dev.quintet.orm.TransactionException;
import dev.quintet.orm.sql.Sent;
import dev.quintet.orm.sql.TransactionMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transaction of one thread on one database, with the savepoints inside it.
///
/// Users have `Transaction`; this is what it drives.
public final class WorkUnit {

    private static final System.Logger LOG = Loggers.of(WorkUnit.class);

    private final Database database;
    private final ConnectionSource from;
    private final TransactionMode mode;
    private final List<Hook> hooks = new ArrayList<>();
    private final List<Runnable> undoing = new ArrayList<>();
    private final List<String> locks = new ArrayList<>();
    private LentConnection connection;
    private int depth;
    private int brackets;
    private boolean held = true;
    private boolean used;
    private boolean wrote;
    private @Nullable DatabaseException lost;

    private record Hook(Runnable action, boolean robust) {}

    /// A block that is open: what to go back to.
    public static final class Mark {

        private final @Nullable String savepoint;
        private final int hooks;
        private final int undoing;
        private final int depth;
        private boolean rollbackOnly;

        private Mark(@Nullable String savepoint, int hooks, int undoing, int depth) {
            this.savepoint = savepoint;
            this.hooks = hooks;
            this.undoing = undoing;
            this.depth = depth;
        }

        /// From now on, committing the block takes it back.
        public void setRollbackOnly() {
            rollbackOnly = true;
        }

        /// {@return whether committing the block takes it back}
        public boolean rollbackOnly() {
            return rollbackOnly;
        }
    }

    WorkUnit(
            Database database,
            ConnectionSource from,
            LentConnection connection,
            TransactionMode mode) {
        this.database = database;
        this.from = from;
        this.connection = connection;
        this.mode = mode;
    }

    LentConnection connection() {
        return connection;
    }

    /// {@return how it was begun}
    public TransactionMode mode() {
        return mode;
    }

    /// {@return how many blocks are open}
    public int depth() {
        return depth;
    }

    /// {@return how many blocks of a user's are open: those that a test puts around it do not
    /// count}
    public int ownDepth() {
        return depth - brackets;
    }

    /// Opens a block: the transaction itself, or a savepoint in it.
    public Mark open() {
        if (depth == 0) {
            return new Mark(null, hooks.size(), undoing.size(), ++depth);
        }
        refuseIfLost();
        String savepoint = "quintet_" + depth;
        send("SAVEPOINT " + savepoint);
        used = true;
        return new Mark(savepoint, hooks.size(), undoing.size(), ++depth);
    }

    /// Opens a block around a test, which does not count as one of the user's.
    public Mark openBracket() {
        Mark mark = open();
        brackets++;
        return mark;
    }

    /// Ends a block and keeps its work; after the outermost one, runs the hooks. One that is marked
    /// for it is taken back instead.
    ///
    /// @throws TransactionException when an inner block is open still, or the database has taken
    ///   the work back
    public void commit(Mark mark) {
        mustBeInnermost(mark);
        if (mark.rollbackOnly || lost != null) {
            DatabaseException why = lost;
            rollback(mark);
            if (why != null) {
                throw gone(why);
            }
            return;
        }
        depth--;
        if (mark.savepoint != null) {
            send("RELEASE SAVEPOINT " + mark.savepoint);
            return;
        }
        boolean committed = false;
        try {
            database.dialect().commit(connection.jdbc(), mode);
            committed = true;
        } catch (SQLException failed) {
            DatabaseException thrown = Failures.running(database, "COMMIT", failed);
            takeBackAfterFailedCommit(thrown);
            throw thrown;
        } finally {
            end(committed);
            if (!committed) {
                undoFrom(0);
            }
        }
        runHooks();
    }

    /// A commit that a constraint refuses leaves the transaction open on some databases.
    private void takeBackAfterFailedCommit(DatabaseException thrown) {
        try {
            database.dialect().rollback(connection.jdbc(), mode);
        } catch (SQLException failed) {
            connection.distrust();
            thrown.addSuppressed(failed);
        }
    }

    /// Ends a block and takes its work back, hooks too.
    ///
    /// @throws TransactionException when an inner block is open still
    public void rollback(Mark mark) {
        mustBeInnermost(mark);
        depth--;
        brackets = Math.min(brackets, depth);
        while (hooks.size() > mark.hooks) {
            hooks.removeLast();
        }
        try {
            takeBack(mark.savepoint);
        } finally {
            undoFrom(mark.undoing);
        }
    }

    private void takeBack(@Nullable String savepoint) {
        if (savepoint != null) {
            if (lost == null) {
                send("ROLLBACK TO SAVEPOINT " + savepoint);
                send("RELEASE SAVEPOINT " + savepoint);
            }
            return;
        }
        try {
            if (lost == null) {
                database.dialect().rollback(connection.jdbc(), mode);
            } else {
                connection.distrust();
            }
        } catch (SQLException failed) {
            connection.distrust();
            throw Failures.running(database, "ROLLBACK", failed);
        } finally {
            end(false);
        }
    }

    /// Runs `action` when the work of the block that is open is taken back, be it with an outer
    /// one: for what was done outside of the database, such as a file. What it throws is logged.
    public void onRollback(Runnable action) {
        undoing.add(action);
    }

    /// The last first, as the work was done.
    private void undoFrom(int first) {
        while (undoing.size() > first) {
            runRobustly(undoing.removeLast());
        }
    }

    /// Runs `action` after the outermost commit, in the order of registration.
    ///
    /// @param robust whether what it throws is logged rather than keeping later ones from running
    public void onCommit(Runnable action, boolean robust) {
        hooks.add(new Hook(action, robust));
    }

    /// {@return how many actions wait for the commit}
    public int waiting() {
        return hooks.size();
    }

    /// Takes the actions away that came to wait since there were `from` of them, for tests, whose
    /// transactions are never committed.
    ///
    /// @return them, in the order of registration
    public List<Runnable> takeWaiting(int from) {
        List<Hook> late = hooks.subList(Math.min(from, hooks.size()), hooks.size());
        List<Runnable> actions = late.stream().map(Hook::action).toList();
        late.clear();
        return actions;
    }

    /// Runs `release` on this connection when the transaction has ended, one way or the other.
    ///
    /// @param release a statement without parameters
    public void releaseAtEnd(String release) {
        locks.add(release);
    }

    void ran(boolean writes) {
        used = true;
        wrote |= writes;
    }

    boolean wrote() {
        return wrote;
    }

    /// The database has taken the work back already: nothing may run in it any more.
    void lose(DatabaseException why) {
        if (lost == null) {
            lost = why;
        }
    }

    void refuseIfLost() {
        if (lost != null) {
            throw gone(lost);
        }
    }

    /// Where nothing was done yet, another connection does as well as one that turned out dead.
    boolean moveToAnotherConnection() {
        if (used || connection.fresh) {
            return false;
        }
        // Given back first: to hold one while waiting for another could wait for ever.
        held = false;
        from.giveBack(connection, true);
        try {
            connection = database.begun(from, mode);
            held = true;
            return true;
        } catch (DatabaseException none) {
            lose(none);
            throw none;
        }
    }

    private static TransactionException gone(DatabaseException why) {
        return new TransactionException(
                Problem.of("orm.E220", "This transaction is gone: the database took it back.")
                        .because(why.problem().problem() + " " + why.problem().cause())
                        .fixedBy(
                                "Let the exception pass the outermost block, and begin anew; or"
                                        + " let it try again by itself:"
                                        + " Atomic.retries(3).run(...)."),
                why);
    }

    /// Refuses to end a block while one inside it is open.
    ///
    /// @throws TransactionException when one is
    public void mustBeInnermost(Mark mark) {
        if (mark.depth != depth) {
            throw new TransactionException(
                    Problem.of("orm.E221", "A block ends while one inside it is open.")
                            .because(
                                    "It is block "
                                            + mark.depth
                                            + " of "
                                            + depth
                                            + " that this thread has open.")
                            .fixedBy("Open blocks by try-with-resources: the inner ends first."),
                    null);
        }
    }

    private void send(String sql) {
        try {
            Sent.to(connection.jdbc(), sql);
        } catch (SQLException failed) {
            DatabaseException thrown = Failures.running(database, sql, failed);
            if (database.isLost(connection, failed)) {
                lose(thrown);
            }
            throw thrown;
        }
    }

    private void end(boolean committed) {
        for (String release : held ? locks : List.<String>of()) {
            try {
                Sent.to(connection.jdbc(), release);
            } catch (SQLException failed) {
                // The server gives its locks back when the connection closes.
                connection.distrust();
            }
        }
        database.endUnit(this, committed);
        if (held) {
            from.giveBack(connection, lost instanceof ConnectionException);
        }
    }

    /// Runs `action`, and tells the log of what it throws.
    public static void runRobustly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "An action at the end of a transaction failed.",
                    failed);
        }
    }

    private void runHooks() {
        for (Hook hook : List.copyOf(hooks)) {
            if (hook.robust()) {
                runRobustly(hook.action());
            } else {
                hook.action().run();
            }
        }
    }
}
