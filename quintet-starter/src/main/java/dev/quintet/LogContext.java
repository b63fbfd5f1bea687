package dev.quintet;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.context.ThreadBound;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Puts the name of a request into every line that is logged while it is answered, on whatever
/// thread.
final class LogContext implements Middleware, ThreadBound {

    static final String REQUEST = "request_id";

    @Override
    public Set<Class<? extends Middleware>> needs() {
        return Set.of(RequestIds.class);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        MDC.put(REQUEST, request.attribute(RequestIds.KEY));
        try {
            return next.handle(request);
        } finally {
            MDC.remove(REQUEST);
        }
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
