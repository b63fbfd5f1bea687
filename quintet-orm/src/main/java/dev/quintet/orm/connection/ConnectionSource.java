package dev.quintet.orm.connection;

import java.sql.SQLException;
import java.util.Optional;

/// Lends connections. The pool is one; a container's `DataSource` can be another.
///
/// Safe for many threads.
public interface ConnectionSource extends AutoCloseable {

    /// Lends a connection in auto-commit mode; waits where none is free.
    ///
    /// @throws SQLException when the database cannot be reached, or the wait was too long
    LentConnection borrow() throws SQLException;

    /// Takes a connection back.
    ///
    /// @param broken whether it may be in a state that nobody knows: it is closed then
    void giveBack(LentConnection connection, boolean broken);

    /// {@return what it is doing, where it knows}
    default Optional<PoolMetrics> metrics() {
        return Optional.empty();
    }

    @Override
    void close();
}
