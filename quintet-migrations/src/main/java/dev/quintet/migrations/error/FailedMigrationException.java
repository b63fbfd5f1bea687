package dev.quintet.migrations.error;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A migration stopped half way; the message says what stays and what does not.
public final class FailedMigrationException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what the operation threw.
    public FailedMigrationException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
