package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A statement was stopped from outside, as when the client had gone.
public final class StatementCancelledException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    StatementCancelledException(
            Problem problem, @Nullable FailedStatement statement, @Nullable SQLException cause) {
        super(problem, statement, cause);
    }
}
