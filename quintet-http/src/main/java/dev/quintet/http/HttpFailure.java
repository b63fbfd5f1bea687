package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.util.List;

/// Ends a request in any status from 400 to 599 that has no exception of its own, such as 401, 409,
/// 410, 415, 422 or 429.
public final class HttpFailure extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Header> headers;

    /// Ends in `status` and says why in one sentence.
    ///
    /// @throws IllegalArgumentException for a status below 400 or above 599
    public HttpFailure(int status, String sentence, Header... headers) {
        this(status, Problem.of("http.E" + status, sentence), List.of(headers));
    }

    /// Ends in `status`, carries `problem`, and gives the answer `headers`.
    ///
    /// @throws IllegalArgumentException for a status below 400 or above 599
    public HttpFailure(int status, Problem problem, List<Header> headers) {
        super(problem, null);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A failure's status is 400 to 599, not " + status);
        }
        this.status = status;
        this.headers = List.copyOf(headers);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Header> headers() {
        return headers;
    }
}
