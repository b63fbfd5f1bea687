package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// A request was asked for something that no middleware hung on it.
public final class MissingAttributeException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    MissingAttributeException(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 500;
    }
}
