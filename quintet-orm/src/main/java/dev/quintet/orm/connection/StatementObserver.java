package dev.quintet.orm.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sees every statement that a database runs: counts it, times it, or refuses it by throwing.
///
/// Called in the thread that runs the statement.
@FunctionalInterface
public interface StatementObserver {

    /// Called before a statement runs.
    ///
    /// @param database alias of the database
    /// @param sql the statement
    /// @param parameters its values as bound, `****` for secret ones
    void beforeStatement(String database, String sql, List<? extends @Nullable Object> parameters);
}
