package dev.quintet.kernel.command;

import dev.quintet.kernel.error.KernelException;
import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A command was called in a way that it does not understand, or cannot go on.
public final class CommandException extends KernelException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public CommandException(Problem problem) {
        super(problem);
    }

    /// Carries `problem` and what led to it.
    public CommandException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
