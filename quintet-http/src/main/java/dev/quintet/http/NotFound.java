package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// There is nothing at this address, or nothing that this visitor may know of: 404. Django:
/// `Http404`.
public final class NotFound extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    /// Says it in one sentence, which the visitor may read.
    public NotFound(String sentence) {
        this(Problem.of("http.E404", sentence));
    }

    /// Carries `problem`, whose sentence the visitor may read.
    public NotFound(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 404;
    }
}
