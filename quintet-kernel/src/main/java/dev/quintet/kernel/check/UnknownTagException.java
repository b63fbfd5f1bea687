package dev.quintet.kernel.check;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// Checks were asked for by a tag that none has.
public final class UnknownTagException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    UnknownTagException(Problem problem) {
        super(problem);
    }
}
