package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A test is annotated, or its database is named, in a way that cannot work.
public final class TestSetupException extends TestingException {

    @Serial private static final long serialVersionUID = 1L;

    TestSetupException(Problem problem) {
        this(problem, null);
    }

    TestSetupException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
