package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The root of what migrations throw: catch this to catch all of it.
public abstract sealed class MigrationException extends QuintetException
        permits FailedMigrationException,
                FixtureException,
                GraphException,
                HistoryException,
                IrreversibleException,
                LockedException,
                StateException,
                UnknownMigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and the exception that led to it, if any.
    protected MigrationException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
