package dev.quintet.forms;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A form is not put together as it must be.
public final class FormDefinitionException extends FormsException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public FormDefinitionException(Problem problem) {
        super(problem);
    }

    /// Carries `problem` and what led to it.
    public FormDefinitionException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
