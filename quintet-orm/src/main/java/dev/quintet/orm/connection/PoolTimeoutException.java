package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// No connection was free in time. The message says who holds them.
public final class PoolTimeoutException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    PoolTimeoutException(
            Problem problem, @Nullable FailedStatement statement, @Nullable SQLException cause) {
        super(problem, statement, cause);
    }
}
