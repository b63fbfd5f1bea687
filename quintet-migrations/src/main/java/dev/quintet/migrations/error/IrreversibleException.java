package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A migration that cannot be taken back was asked to be.
public final class IrreversibleException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public IrreversibleException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it, if any.
    public IrreversibleException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
