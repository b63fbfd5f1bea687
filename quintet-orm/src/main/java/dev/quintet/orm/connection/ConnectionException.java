package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// There is no connection: the database cannot be reached, or went away. Whether a change that it
/// interrupted was kept is not known.
public final class ConnectionException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    ConnectionException(
            Problem problem, @Nullable FailedStatement statement, @Nullable SQLException cause) {
        super(problem, statement, cause);
    }
}
