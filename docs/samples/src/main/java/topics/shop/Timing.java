package topics.shop;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.time.Duration;

/// Tells browsers how long an answer took.
final class Timing implements Middleware {

    @Override
    public Response handle(Request request, Next next) throws Exception {
        long start = System.nanoTime();
        Response response = next.handle(request);
        var took = Duration.ofNanos(System.nanoTime() - start);
        return response.withHeader("Server-Timing", "app;dur=" + took.toMillis());
    }
}
