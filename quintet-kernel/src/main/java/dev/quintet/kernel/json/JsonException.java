package dev.quintet.kernel.json;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Text is not JSON, does not fit the type that was asked for, or a value cannot be written.
public final class JsonException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and the exception that led to it.
    public JsonException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
