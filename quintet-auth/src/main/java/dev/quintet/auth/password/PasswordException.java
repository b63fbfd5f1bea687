package dev.quintet.auth.password;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;

/// The root of what this package throws.
public abstract sealed class PasswordException extends QuintetException
        permits HashingBusyException, MalformedPasswordException, UnknownHasherException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    protected PasswordException(Problem problem) {
        super(problem);
    }
}
