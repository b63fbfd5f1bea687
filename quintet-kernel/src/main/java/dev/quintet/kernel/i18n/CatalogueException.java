package dev.quintet.kernel.i18n;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A catalogue of translations cannot be read or written.
public final class CatalogueException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public CatalogueException(Problem problem) {
        super(problem);
    }
}
