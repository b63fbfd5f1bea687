package dev.quintet.kernel.formats;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// Formats of a site that cannot be read.
public final class FormatsException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Says what is wrong.
    public FormatsException(Problem problem) {
        super(problem);
    }
}
