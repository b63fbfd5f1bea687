package dev.quintet;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.middleware.RequestIds;
import java.util.Set;
import org.slf4j.MDC;

/// Puts the name of a request into every line that is logged while it is answered.
final class LogContext implements Middleware {

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
}
