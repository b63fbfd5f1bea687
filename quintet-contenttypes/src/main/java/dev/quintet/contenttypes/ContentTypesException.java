package dev.quintet.contenttypes;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;

/// The root of what this module throws: catch this to catch all of it.
public abstract sealed class ContentTypesException extends QuintetException
        permits StaleContentTypeException, UnansweredException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    protected ContentTypesException(Problem problem) {
        super(problem, null);
    }
}
