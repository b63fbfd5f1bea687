package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.sql.SQLException;

/// A statement broke a constraint: a value twice, a key of nothing, a missing value. Django:
/// `IntegrityError`.
public final class IntegrityException extends DatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    IntegrityException(Problem problem, SQLException cause) {
        super(problem, cause);
    }
}
