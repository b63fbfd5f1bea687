package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A client's request could not be made, or its view threw a checked exception.
public final class PageException extends TestingException {

    @Serial private static final long serialVersionUID = 1L;

    PageException(Problem problem) {
        this(problem, null);
    }

    PageException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
