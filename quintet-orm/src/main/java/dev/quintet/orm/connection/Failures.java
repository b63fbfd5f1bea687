package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.sql.Dialect;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// Turns what JDBC throws into exceptions that say what to do.
public final class Failures {

    private Failures() {}

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

    static DatabaseException connecting(Database database, SQLException cause) {
        boolean exhausted = cause instanceof SQLTransientConnectionException;
        return new DatabaseException(
                Problem.of(
                                exhausted ? "orm.E033" : "orm.E032",
                                exhausted
                                        ? "No connection to the database was free."
                                        : "The database '"
                                                + database.alias()
                                                + "' cannot be reached.")
                        .because(cause.getMessage())
                        .fixedBy(
                                exhausted
                                        ? "Raise pool_size in the database's URL, or look for"
                                                + " transactions and streams that stay open."
                                        : "Is it running, and does DATABASE_URL say where?"),
                cause);
    }

    static DatabaseException running(Dialect dialect, String sql, SQLException cause) {
        String words = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        if (dialect.isIntegrityError(cause)) {
            return new IntegrityException(
                    Problem.of("orm.E030", "A constraint of the database was broken.")
                            .because(words + " in: " + sql),
                    cause);
        }
        if (dialect.isMissingTable(cause)) {
            return new DatabaseException(
                    Problem.of("orm.E034", "A table or column is missing in the database.")
                            .because(words + " in: " + sql)
                            .fixedBy(
                                    "Run `migrate`, or look whether DATABASE_URL names the right"
                                            + " database."),
                    cause);
        }
        return new DatabaseException(
                Problem.of("orm.E035", "The database refused a statement.")
                        .because(words + " in: " + sql),
                cause);
    }
}
