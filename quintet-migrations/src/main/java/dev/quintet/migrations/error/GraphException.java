package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The migrations do not form a graph: one is missing, doubled, or waits for itself.
public final class GraphException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public GraphException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it, if any.
    public GraphException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
