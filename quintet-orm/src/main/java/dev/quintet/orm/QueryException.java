package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A query makes no sense: a slice that is filtered, a column where a relation is needed.
public final class QueryException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public QueryException(Problem problem) {
        super(problem);
    }
}
