package dev.quintet.kernel.context;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.WithStatus;
import java.io.Serial;

/// Work was stopped because nobody waits for it: its client went away, or its time is over.
public final class CancelledException extends KernelException implements WithStatus {

    @Serial private static final long serialVersionUID = 1L;

    CancelledException(Problem problem) {
        super(problem);
    }

    @Override
    public int status() {
        return 503;
    }
}
