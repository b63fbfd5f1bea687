package dev.quintet.http.middleware;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.http.Header;
import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.TooManyRequests;
import dev.quintet.kernel.limit.RateLimiter;
import dev.quintet.kernel.limit.Verdict;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Refuses visitors who ask too often: 429, with `Retry-After` and the headers `RateLimit-Limit`,
/// `RateLimit-Remaining` and `RateLimit-Reset`.
///
/// ```java
/// path("login/", Login::view).with(RateLimits.of(RateLimiter.slidingWindow(
///         "login", Rate.parse("5/minute"), counters)).methods("POST"))
/// ```
///
/// Around a route, or in the site's list; the same limiter may serve both, and code that is no
/// view. By default each client address counts alone.
public final class RateLimits implements Middleware {

    private static final Header LIMIT = Header.of("RateLimit-Limit", "");
    private static final Header REMAINING = Header.of("RateLimit-Remaining", "");
    private static final Header RESET = Header.of("RateLimit-Reset", "");

    private final RateLimiter limiter;
    private final Function<Request, @Nullable String> key;
    private final Set<String> methods;

    private RateLimits(
            RateLimiter limiter, Function<Request, @Nullable String> key, Set<String> methods) {
        this.limiter = limiter;
        this.key = key;
        this.methods = methods;
    }

    /// {@return a limit for each client address}
    public static RateLimits of(RateLimiter limiter) {
        return new RateLimits(limiter, Request::clientAddress, Set.of());
    }

    /// {@return this limit, counted by something else, such as the name that signs in; requests for
    /// which it is `null` are not counted}
    public RateLimits by(Function<Request, @Nullable String> key) {
        return new RateLimits(limiter, key, methods);
    }

    /// {@return this limit for these methods only}
    public RateLimits methods(String... methods) {
        return new RateLimits(limiter, key, Set.of(methods));
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String counted =
                methods.isEmpty() || methods.contains(request.method()) ? key.apply(request) : null;
        if (counted == null) {
            return next.handle(request);
        }
        Verdict verdict = limiter.take(counted);
        if (!verdict.allowed()) {
            throw new TooManyRequests(
                    gettext("Too many requests: try again later."), verdict.retryAfter());
        }
        return next.handle(request)
                .withDefault(LIMIT.withValue(Long.toString(verdict.limit())))
                .withDefault(REMAINING.withValue(Long.toString(verdict.remaining())))
                .withDefault(
                        RESET.withValue(
                                Long.toString(verdict.reset().plusMillis(999).toSeconds())));
    }

    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public String name() {
        return "RateLimits(" + limiter + ")";
    }
}
