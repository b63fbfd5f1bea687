package dev.quintet.orm.connection;

/// Wraps statements of a piece of code: counts, times, logs or refuses them. Django:
/// `connection.execute_wrapper`.
///
/// ```java
/// Statements.wrapped(
///         statement -> {
///             long from = System.nanoTime();
///             statement.run();
///             LOG.log(DEBUG, statement.sql() + " took " + (System.nanoTime() - from));
///         },
///         () -> page(request));
/// ```
@FunctionalInterface
public interface StatementWrapper {

    /// Runs the statement by {@link WrappedStatement#run}, or refuses it by throwing.
    void around(WrappedStatement statement);
}
