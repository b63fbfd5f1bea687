package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A header or cookie would have carried characters that end a line: header injection.
public final class UnsafeHeaderException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public UnsafeHeaderException(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 500;
    }
}
