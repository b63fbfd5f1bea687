package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// An app or migration was named that is not there.
public final class UnknownMigrationException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public UnknownMigrationException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it, if any.
    public UnknownMigrationException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
