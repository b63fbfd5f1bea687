package dev.quintet.kernel.context;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// Something was asked for that this site does not hold.
public final class MissingPartException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public MissingPartException(Problem problem) {
        super(problem);
    }
}
