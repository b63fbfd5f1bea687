package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.time.Duration;
import java.util.List;

/// A visitor asks too often: 429, with `Retry-After`.
public final class TooManyRequests extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    /// Says why in one sentence, which the visitor may read.
    ///
    /// @param retryAfter when it may be tried again; rounded up to whole seconds
    public TooManyRequests(String sentence, Duration retryAfter) {
        super(Problem.of("http.E429", sentence), null);
        this.retryAfter = retryAfter;
    }

    @Override
    public int status() {
        return 429;
    }

    @Override
    public List<Header> headers() {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return List.of(Header.of("Retry-After", Long.toString(seconds)));
    }
}
