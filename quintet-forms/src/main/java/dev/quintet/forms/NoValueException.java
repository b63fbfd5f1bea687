package dev.quintet.forms;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A field was asked for a value that it does not have: its form is not valid, or it may be empty.
public final class NoValueException extends FormsException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public NoValueException(Problem problem) {
        super(problem);
    }
}
