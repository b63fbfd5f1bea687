package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.sql.Diagnosis;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Turns what JDBC throws into exceptions that say what to do.
public final class Failures {

    private Failures() {}

    /// Why a statement was stopped by ourselves.
    enum Stopped {
        /// It was not.
        NOT,
        /// It took too long.
        TIMEOUT,
        /// Nobody waits for it any more.
        CANCELLED
    }

    /// {@return for a value that could not be read from a row}
    public static DatabaseException reading(SQLException cause) {
        return new DatabaseException(
                Problem.of("orm.E031", "A value could not be read from a row.")
                        .because(cause.getMessage())
                        .fixedBy(
                                "Compare the field's type with the column's: `migrate` and"
                                        + " `inspectdb` know both."),
                cause);
    }

    static DatabaseException connecting(String alias, SQLException cause) {
        if (cause instanceof PoolExhaustedSqlException exhausted) {
            return new PoolTimeoutException(
                    Problem.of(
                                    "orm.E033",
                                    "No connection to the database '" + alias + "' was free.")
                            .because(exhausted.getMessage())
                            .fixedBy(exhausted.fix()),
                    null,
                    cause);
        }
        return new ConnectionException(
                Problem.of("orm.E032", "The database '" + alias + "' cannot be reached.")
                        .because(cause.getMessage())
                        .fixedBy("Is it running, and does DATABASE_URL say where?"),
                null,
                cause);
    }

    static DatabaseException running(Database database, String sql, SQLException cause) {
        return running(database, FailedStatement.of(sql), cause, Stopped.NOT);
    }

    static DatabaseException running(
            Database database, FailedStatement statement, SQLException cause, Stopped stopped) {
        Diagnosis diagnosis = database.dialect().diagnose(cause).in(statement.sql());
        String because = statement.words(cause) + "\n  in:    " + statement.shown();
        SQLException shown = statement.masked(cause);
        if (diagnosis.kind().isIntegrity()) {
            return BrokenConstraint.of(database, diagnosis, because, statement, shown);
        }
        Problem problem = problem(diagnosis.kind(), stopped, database.alias()).because(because);
        return switch (kind(diagnosis.kind(), stopped)) {
            case DEADLOCK, SERIALIZATION -> new ConflictException(problem, statement, shown);
            case LOCK -> new LockTimeoutException(problem, statement, shown);
            case TIMEOUT -> new StatementTimeoutException(problem, statement, shown);
            case CANCELLED -> new StatementCancelledException(problem, statement, shown);
            case CONNECTION, TOO_MANY_CONNECTIONS ->
                    new ConnectionException(problem, statement, shown);
            default -> new DatabaseException(problem, statement, shown);
        };
    }

    /// {@return that nothing may run any more for whoever asked}
    static StatementCancelledException cancelledBefore(FailedStatement statement) {
        return new StatementCancelledException(
                problem(Diagnosis.Kind.CANCELLED, Stopped.CANCELLED, "")
                        .because("It was not sent: " + statement.shown()),
                statement,
                null);
    }

    private static Diagnosis.Kind kind(Diagnosis.Kind said, Stopped stopped) {
        if (said == Diagnosis.Kind.CONNECTION) {
            return said;
        }
        return switch (stopped) {
            case NOT -> said;
            case TIMEOUT -> Diagnosis.Kind.TIMEOUT;
            case CANCELLED -> Diagnosis.Kind.CANCELLED;
        };
    }

    private static Problem problem(Diagnosis.Kind said, Stopped stopped, String alias) {
        return switch (kind(said, stopped)) {
            case MISSING_TABLE ->
                    said(
                            "orm.E034",
                            "A table or column is missing in the database.",
                            "Run `migrate` (after `makemigrations`, where a model has changed), or look"
                                    + " whether DATABASE_URL names the right database.");
            case DEADLOCK ->
                    said(
                            "orm.E206",
                            "Two transactions waited for each other, and this one had to give up.",
                            "Lock rows in the same order everywhere, or let it try again:"
                                    + " Atomic.retries(3).run(...).");
            case SERIALIZATION ->
                    said(
                            "orm.E207",
                            "Another transaction changed what this one relies on.",
                            "Let it try again: Atomic.retries(3).run(...).");
            case LOCK ->
                    said(
                            "orm.E208",
                            "A lock was held by another transaction for too long.",
                            "Look for transactions that stay open while they wait for something"
                                    + " else.");
            case TIMEOUT ->
                    said(
                            "orm.E209",
                            "A statement took longer than it may.",
                            "Look at its explain(), or raise statement_timeout in the database's"
                                    + " URL.");
            case CANCELLED -> said("orm.E210", "A statement was cancelled.", null);
            case CONNECTION ->
                    said(
                            "orm.E211",
                            "The connection to the database '" + alias + "' was lost.",
                            "Try again; whether a change was kept is to be looked up.");
            case TOO_MANY_CONNECTIONS ->
                    said(
                            "orm.E212",
                            "The database '" + alias + "' has no room for another connection.",
                            "Lower pool_size so that all processes together stay below the"
                                    + " server's limit.");
            case ABORTED ->
                    said(
                            "orm.E213",
                            "An earlier statement of this transaction failed.",
                            "Put what may fail into an atomic block of its own.");
            case READ_ONLY ->
                    said(
                            "orm.E214",
                            "A change was tried where only reading is allowed.",
                            "Write in a transaction that is not read-only, on a primary; a file of"
                                    + " SQLite and its folder must be yours to write.");
            case VALUE ->
                    said(
                            "orm.E215",
                            "The database cannot hold this value.",
                            "Check it before, by fullClean(), or widen the column.");
            default -> said("orm.E035", "The database refused a statement.", null);
        };
    }

    private static Problem said(String code, String problem, @Nullable String fix) {
        return Problem.of(code, problem).fixedBy(fix);
    }
}
