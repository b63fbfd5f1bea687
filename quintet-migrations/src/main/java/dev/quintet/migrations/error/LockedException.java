package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Another process holds the lock under which migrations run, and did not let go of it.
public final class LockedException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public LockedException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it, if any.
    public LockedException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
