package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;

/// The request is larger than the site takes: 413 for bodies, 400 for too many fields or files, as
/// Django answers.
public final class LimitExceeded extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;

    private LimitExceeded(int status, Problem problem) {
        super(problem, null);
        this.status = status;
    }

    /// {@return 413: the body, or a part of it, has more bytes than `setting` lets pass}
    public static LimitExceeded tooLarge(String setting, long limit) {
        return new LimitExceeded(
                413,
                Problem.of("http.E413", "The request's body is too large.")
                        .because("It may have " + limit + " bytes.")
                        .fixedBy("Send less, or raise " + setting + "."));
    }

    /// {@return 400: there are more `things` than `setting` lets pass}
    public static LimitExceeded tooMany(String things, String setting, long limit) {
        return new LimitExceeded(
                400,
                Problem.of("http.E414", "The request has too many " + things + ".")
                        .because("It may have " + limit + ".")
                        .fixedBy("Send fewer, or raise " + setting + "."));
    }

    @Override
    public int status() {
        return status;
    }
}
