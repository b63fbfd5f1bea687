package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement in the hands of a {@link StatementWrapper}. Belongs to the thread that runs it.
public final class WrappedStatement {

    private final String database;
    private final String sql;
    private final List<? extends @Nullable Object> parameters;
    private final boolean changes;
    private final Runnable next;
    private boolean ran;

    WrappedStatement(
            String database,
            String sql,
            List<? extends @Nullable Object> parameters,
            boolean changes,
            Runnable next) {
        this.database = database;
        this.sql = sql;
        this.parameters = parameters;
        this.changes = changes;
        this.next = next;
    }

    /// {@return alias of the database}
    public String database() {
        return database;
    }

    /// {@return the statement}
    public String sql() {
        return sql;
    }

    /// {@return its values as bound, `****` for secret ones}
    public List<? extends @Nullable Object> parameters() {
        return parameters;
    }

    /// {@return whether it may change something, as far as the ORM knows}
    public boolean changes() {
        return changes;
    }

    /// Runs it: once, in the wrapper's thread.
    ///
    /// @throws DatabaseException what the database says
    public void run() {
        if (ran) {
            throw misuse("orm.E216", "A wrapper ran its statement twice.", "Call run() once.");
        }
        ran = true;
        next.run();
    }

    void mustHaveRun() {
        if (!ran) {
            throw misuse(
                    "orm.E217",
                    "A wrapper returned and did not run its statement.",
                    "Call run(), or throw an exception to refuse it.");
        }
    }

    private DatabaseException misuse(String code, String problem, String fix) {
        return new DatabaseException(
                Problem.of(code, problem).because("The statement is: " + sql).fixedBy(fix), null);
    }
}
