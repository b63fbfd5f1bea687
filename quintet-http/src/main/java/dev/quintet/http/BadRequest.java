package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// What the client sent cannot be understood, or looks like an attack: 400.
public final class BadRequest extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    /// Says it in one sentence, which the visitor may read.
    public BadRequest(String sentence) {
        this(Problem.of("http.E400", sentence));
    }

    /// Carries `problem`, whose sentence the visitor may read.
    public BadRequest(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 400;
    }
}
