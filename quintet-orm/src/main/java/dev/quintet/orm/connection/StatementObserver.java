package dev.quintet.orm.connection;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sees every statement that a database runs, of all threads: counts it, times it, or refuses it by
/// throwing.
///
/// Called in the thread that runs the statement. To wrap the statements of a piece of code alone,
/// see {@link Statements}.
@FunctionalInterface
public interface StatementObserver {

    /// Called before a statement runs.
    ///
    /// @param database alias of the database
    /// @param sql the statement
    /// @param parameters its values as bound, `****` for secret ones
    void beforeStatement(String database, String sql, List<? extends @Nullable Object> parameters);

    /// Called after a statement ran.
    ///
    /// @param took from asking for a connection to the last row that was read
    /// @param failed what it threw, or `null` when it went well
    default void afterStatement(
            String database,
            String sql,
            List<? extends @Nullable Object> parameters,
            Duration took,
            @Nullable RuntimeException failed) {}
}
