package topics.bookshop;

import dev.quintet.http.Middleware;
import dev.quintet.http.Next;
import dev.quintet.http.Request;
import dev.quintet.http.Response;

public final class Timed implements Middleware {

    @Override
    public Response handle(Request request, Next next) throws Exception {
        long start = System.nanoTime();
        Response response = next.handle(request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return response.withHeader("Server-Timing", "view;dur=" + millis);
    }
}
