package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A file of rows is not there, cannot be read, or holds what cannot be loaded.
public final class FixtureException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public FixtureException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it, if any.
    public FixtureException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
