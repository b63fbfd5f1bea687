package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// An operation does not fit the models that the migrations before it add up to.
public final class StateException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    StateException(Problem problem) {
        this(problem, null);
    }

    StateException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
