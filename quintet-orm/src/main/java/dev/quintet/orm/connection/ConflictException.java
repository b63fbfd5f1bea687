package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Transactions stood in each other's way, and this one has to give up: a deadlock, or no order in
/// which both could have run. Run it again, from its beginning.
public final class ConflictException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    ConflictException(
            Problem problem, @Nullable FailedStatement statement, @Nullable SQLException cause) {
        super(problem, statement, cause);
    }
}
