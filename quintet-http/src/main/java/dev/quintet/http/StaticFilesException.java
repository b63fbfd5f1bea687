package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// The static files of a site do not hold together: one refers to another that is not there.
public final class StaticFilesException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public StaticFilesException(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 500;
    }
}
