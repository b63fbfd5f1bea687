package dev.quintet.server;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The root of what this module throws.
public abstract sealed class ServerException extends QuintetException permits ListenException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what led to it.
    protected ServerException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
