package dev.quintet.kernel.app;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The list of apps is wrong: a label twice, an app that cannot be made.
public final class AppException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public AppException(Problem problem) {
        super(problem);
    }

    /// Carries `problem` and what led to it.
    public AppException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
