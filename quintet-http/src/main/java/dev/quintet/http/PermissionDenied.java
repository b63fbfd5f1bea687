package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// The visitor is known well enough, and may not do this: 403.
public final class PermissionDenied extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    /// Says it in one sentence, which the visitor may read.
    public PermissionDenied(String sentence) {
        this(Problem.of("http.E403", sentence));
    }

    /// Carries `problem`, whose sentence the visitor may read.
    public PermissionDenied(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 403;
    }
}
