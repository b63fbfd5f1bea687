package dev.quintet.kernel.context;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Something that was done in parallel failed with a checked exception, or a block of parallel work
/// was misused.
public final class ParallelException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    ParallelException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
