package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// The routes of a site are wrong: a bad pattern, a capture that does not fit its view. Found when
/// the site starts.
public final class RoutingException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public RoutingException(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 500;
    }
}
