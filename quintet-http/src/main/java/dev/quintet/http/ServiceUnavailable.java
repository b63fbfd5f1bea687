package dev.quintet.http;

import dev.quintet.kernel.error.Problem;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The site cannot answer for now: 503, with `Retry-After` where it is known.
public final class ServiceUnavailable extends HttpException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;

    /// Says why in one sentence, which the visitor may read.
    ///
    /// @param retryAfter when it may work again, or `null` when that is not known
    public ServiceUnavailable(String sentence, @Nullable Duration retryAfter) {
        super(Problem.of("http.E503", sentence), null);
        this.retryAfter = retryAfter;
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public boolean speaksToVisitor() {
        return true;
    }

    @Override
    public List<Header> headers() {
        return retryAfter == null
                ? List.of()
                : List.of(Header.of("Retry-After", Long.toString(retryAfter.toSeconds())));
    }
}
