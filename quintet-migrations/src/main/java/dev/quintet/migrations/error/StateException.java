package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// An operation does not fit the models that the migrations before it add up to.
public final class StateException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public StateException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it, if any.
    public StateException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
