package dev.quintet;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.RequestKey;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.context.LogFields;
import dev.quintet.kernel.context.ThreadBound;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Puts the name of a request, and what else is noted for it, into every line that is logged while
/// it is answered, on whatever thread.
final class LogContext implements Middleware, ThreadBound, LogFields {

    static final String REQUEST = "request_id";

    /// Where a middleware outside of this one finds what was noted.
    static final RequestKey<AtomicReference<Map<String, String>>> NOTED =
            RequestKey.named("noted for the log");

    @Override
    public Set<Class<? extends Middleware>> needs() {
        return Set.of(RequestIds.class);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.put(REQUEST, request.attribute(RequestIds.KEY));
        try {
            return next.handle(request);
        } finally {
            request.find(NOTED).ifPresent(noted -> noted.set(MDC.getCopyOfContextMap()));
            restore(before);
        }
    }

    private static void restore(@Nullable Map<String, String> before) {
        if (before == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(before);
        }
    }

    @Override
    public void add(String name, String value) {
        MDC.put(name, value);
    }

    @Override
    public <T extends @Nullable Object> Callable<T> carrying(Callable<T> work) {
        Map<String, String> names = MDC.getCopyOfContextMap();
        if (names == null) {
            return work;
        }
        return () -> {
            MDC.setContextMap(names);
            try {
                return work.call();
            } finally {
                MDC.clear();
            }
        };
    }
}
