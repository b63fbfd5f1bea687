package dev.quintet.orm.connection;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.OrmException;
import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The database refused a statement, or could not be reached. Its kinds are classes of their own.
public sealed class DatabaseException extends OrmException
        permits ConflictException,
                ConnectionException,
                IntegrityException,
                LockTimeoutException,
                PoolTimeoutException,
                StatementCancelledException,
                StatementTimeoutException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient @Nullable FailedStatement statement;

    DatabaseException(
            Problem problem, @Nullable FailedStatement statement, @Nullable SQLException cause) {
        super(problem, cause);
        this.statement = statement;
    }

    DatabaseException(Problem problem, @Nullable SQLException cause) {
        this(problem, null, cause);
    }

    /// {@return the statement that failed, or `null` when it was none}
    public @Nullable String sql() {
        return statement == null ? null : statement.sql();
    }

    /// {@return the statement's parameters as bound, `****` for secret ones}
    public List<@Nullable Object> parameters() {
        return statement == null ? List.of() : statement.parameters();
    }
}
