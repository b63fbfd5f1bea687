package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A lock was not to be had at once, or in time.
public final class LockTimeoutException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    LockTimeoutException(
            Problem problem, @Nullable FailedStatement statement, @Nullable SQLException cause) {
        super(problem, statement, cause);
    }
}
