package dev.quintet;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;

/// The root of what this module throws.
public abstract sealed class SiteException extends QuintetException
        permits MissingDatabaseException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    protected SiteException(Problem problem) {
        super(problem);
    }
}
