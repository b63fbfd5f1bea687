package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The root of what this module throws, less the failures of assertions, which are AssertJ's.
public abstract sealed class TestingException extends QuintetException
        permits FactoryException, PageException, TestSetupException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem` and what led to it, if anything did.
    protected TestingException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
