package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// No route has the name, or takes the arguments, that a URL was asked for. Django:
/// `NoReverseMatch`.
public final class ReverseException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    /// Carries `problem`.
    public ReverseException(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 500;
    }
}
