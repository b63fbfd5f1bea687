package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A view returned nothing, or something that is no answer.
public final class NoAnswerException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    NoAnswerException(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 500;
    }
}
