package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A factory cannot make its object.
public final class FactoryException extends TestingException {

    @Serial private static final long serialVersionUID = 1L;

    FactoryException(Problem problem) {
        this(problem, null);
    }

    FactoryException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
