package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.OrmException;
import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database refused a statement, or could not be reached.
public sealed class DatabaseException extends OrmException permits IntegrityException {

    @Serial private static final long serialVersionUID = 1L;

    DatabaseException(Problem problem, @Nullable SQLException cause) {
        super(problem, cause);
    }
}
