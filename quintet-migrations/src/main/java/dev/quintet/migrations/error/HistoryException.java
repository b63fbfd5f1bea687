package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// What the database says was applied cannot have been applied in this order.
public final class HistoryException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public HistoryException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it, if any.
    public HistoryException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
