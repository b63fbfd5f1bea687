package dev.quintet.orm.connection;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A transaction of one thread on one database, with the savepoints inside it.
///
/// Users have `Transaction`; this is what it drives.
public final class WorkUnit {

    private final Database database;
    private final LentConnection connection;
    private final List<Hook> hooks = new ArrayList<>();
    private int depth;
    private boolean broken;

    private record Hook(Runnable action, boolean robust) {}

    /// A mark to go back to.
    ///
    /// @param savepoint in the database; `null` for the outermost
    /// @param hooks how many hooks there were
    public record Mark(@Nullable Savepoint savepoint, int hooks) {}

    WorkUnit(Database database, LentConnection connection) {
        this.database = database;
        this.connection = connection;
    }

    LentConnection connection() {
        return connection;
    }

    /// {@return how many blocks are open}
    public int depth() {
        return depth;
    }

    /// Opens a block: the transaction itself, or a savepoint in it.
    public Mark open() {
        try {
            var savepoint = depth == 0 ? null : connection.jdbc().setSavepoint();
            depth++;
            return new Mark(savepoint, hooks.size());
        } catch (SQLException failed) {
            throw Failures.running(database.dialect(), "SAVEPOINT", failed);
        }
    }

    /// Ends a block and keeps its work; after the outermost one, runs the hooks.
    public void commit(Mark mark) {
        depth--;
        if (mark.savepoint() != null) {
            try {
                connection.jdbc().releaseSavepoint(mark.savepoint());
            } catch (SQLException failed) {
                throw Failures.running(database.dialect(), "RELEASE SAVEPOINT", failed);
            }
            return;
        }
        try {
            database.dialect().commit(connection.jdbc());
        } catch (SQLException failed) {
            broken = true;
            throw Failures.running(database.dialect(), "COMMIT", failed);
        } finally {
            database.endUnit(this, broken);
        }
        runHooks();
    }

    /// Ends a block and takes its work back, hooks too.
    public void rollback(Mark mark) {
        depth--;
        while (hooks.size() > mark.hooks()) {
            hooks.removeLast();
        }
        try {
            if (mark.savepoint() != null) {
                connection.jdbc().rollback(mark.savepoint());
            } else {
                database.dialect().rollback(connection.jdbc());
            }
        } catch (SQLException failed) {
            broken = true;
            throw Failures.running(database.dialect(), "ROLLBACK", failed);
        } finally {
            if (mark.savepoint() == null) {
                database.endUnit(this, broken);
            }
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

    private void runHooks() {
        for (Hook hook : List.copyOf(hooks)) {
            try {
                hook.action().run();
            } catch (RuntimeException failed) {
                if (!hook.robust()) {
                    throw failed;
                }
                System.getLogger(WorkUnit.class.getName())
                        .log(System.Logger.Level.ERROR, "An on-commit action failed.", failed);
            }
        }
    }
}
