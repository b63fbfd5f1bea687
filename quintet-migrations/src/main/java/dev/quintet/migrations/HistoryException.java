package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// What the database says was applied cannot have been applied in this order.
public final class HistoryException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    HistoryException(Problem problem) {
        this(problem, null);
    }

    HistoryException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
