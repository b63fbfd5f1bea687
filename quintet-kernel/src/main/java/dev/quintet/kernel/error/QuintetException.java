package dev.quintet.kernel.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The root of everything that Quintet throws: an exception that carries its {@link Problem}.
///
/// Each module has one sealed class below this one, so that all of a module's errors can be caught
/// by one name.
public abstract class QuintetException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /// Carries `problem`; its rendering is the message.
    protected QuintetException(Problem problem) {
        this(problem, null);
    }

    /// Carries `problem` and the exception that led to it.
    protected QuintetException(Problem problem, @Nullable Throwable cause) {
        super(problem.render(), cause);
        this.problem = problem;
    }

    /// {@return what went wrong, as a value}
    public Problem problem() {
        return problem;
    }
}
