package dev.quintet;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.RouteMatch;
import dev.quintet.kernel.log.Loggers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.MDC;

/// One line a request, with the name that its other lines have: what was asked, what came of it,
/// how long it took to make, and what was noted by {@link dev.quintet.kernel.context.LogFields}. In
/// JSON each of it is a member of its own. Addresses are logged without their queries, which may
/// hold secrets.
public final class AccessLog implements Middleware {

    private static final System.Logger LOG = Loggers.named("quintet.access");

    /// Makes one; it has no settings.
    public AccessLog() {}

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (!LOG.isLoggable(System.Logger.Level.INFO)) {
            return next.handle(request);
        }
        long began = System.nanoTime();
        var noted = new AtomicReference<Map<String, String>>(Map.of());
        Response answer = next.handle(request.with(LogContext.NOTED, noted));
        log(request, answer, (System.nanoTime() - began) / 1e6, noted.get());
        return answer;
    }

    private static void log(
            Request request, Response answer, double millis, Map<String, String> noted) {
        String id = Objects.requireNonNullElse(answer.header("X-Request-ID"), "-");
        RouteMatch route = request.resolved();
        Map<String, String> members = new LinkedHashMap<>(noted);
        members.put(LogContext.REQUEST, id);
        String asked =
                request.clientAddress() + " " + request.method() + " " + request.escapedPath();
        String took = String.format(Locale.ROOT, "%.1f", millis);
        members.put("client", request.clientAddress());
        members.put("method", request.method());
        members.put("path", request.escapedPath());
        members.put("route", route == null ? "-" : "/" + route.pattern());
        members.put("status", Integer.toString(answer.status()));
        members.put("duration_ms", took);
        members.forEach(MDC::put);
        try {
            LOG.log(System.Logger.Level.INFO, asked + " " + answer.status() + " " + took + "ms");
        } finally {
            members.keySet().forEach(MDC::remove);
        }
    }
}
