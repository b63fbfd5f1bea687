package dev.quintet.kernel.text;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A text is not what a function of this package needs it to be.
public final class TextException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public TextException(Problem problem) {
        super(problem);
    }
}
