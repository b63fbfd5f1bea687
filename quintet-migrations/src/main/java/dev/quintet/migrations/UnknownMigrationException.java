package dev.quintet.migrations;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// An app or migration was named that is not there.
public final class UnknownMigrationException extends MigrationException {

    @Serial private static final long serialVersionUID = 1L;

    UnknownMigrationException(Problem problem) {
        this(problem, null);
    }

    UnknownMigrationException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
