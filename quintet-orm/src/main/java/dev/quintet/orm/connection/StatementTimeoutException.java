package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A statement took longer than it may.
public final class StatementTimeoutException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    StatementTimeoutException(
            Problem problem, @Nullable FailedStatement statement, @Nullable SQLException cause) {
        super(problem, statement, cause);
    }
}
