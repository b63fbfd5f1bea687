package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// The body of a request was to be read a second time. Django: `RawPostDataException`.
public final class BodyConsumedException extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    BodyConsumedException(Problem problem) {
        super(problem, null);
    }

    @Override
    public int status() {
        return 500;
    }
}
