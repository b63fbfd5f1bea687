package dev.quintet.forms;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;

/// The root of what forms throw: mistakes of programs, never of visitors.
public abstract sealed class FormsException extends QuintetException
        permits FormDefinitionException, NoValueException {

    @Serial private static final long serialVersionUID = 1L;

    FormsException(Problem problem) {
        super(problem);
    }

    FormsException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
