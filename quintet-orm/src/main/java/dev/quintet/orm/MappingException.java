package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A model has no generated mapping, or is used against it.
public final class MappingException extends OrmException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public MappingException(Problem problem) {
        super(problem);
    }
}
