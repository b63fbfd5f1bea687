package dev.quintet.server;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/// What a client goes on sending though its answer is on its way: taken for a while, and thrown
/// away, by no thread that waits.
///
/// A browser looks at an answer once all of a form is sent, and a connection that is closed before
/// is shown as a broken one: nobody would read that a file is too large.
final class Leftovers implements Callback, Runnable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Request request;
    private final Callback answered;
    private long end;

    private Leftovers(Request request, Callback answered) {
        this.request = request;
        this.answered = answered;
    }

    /// {@return what completes `answered` once the request's body is over, or the time for it; of
    /// HTTP/2, where a stream ends by itself, and of a request without a body, that callback}
    static Callback before(Callback answered, Request request) {
        boolean whole =
                HttpMethod.GET.is(request.getMethod())
                        || request.getLength() == 0
                        || request.getConnectionMetaData().getHttpVersion().getVersion() >= 20
                        // It waits to be asked for its body.
                        || request.getHeaders().contains(HttpHeader.EXPECT);
        return whole ? answered : new Leftovers(request, answered);
    }

    @Override
    public void succeeded() {
        end = System.nanoTime() + LONGEST.toNanos();
        run();
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            boolean over = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
            if (over || System.nanoTime() - end > 0) {
                answered.succeeded();
                return;
            }
        }
    }

    @Override
    public void failed(Throwable broken) {
        answered.failed(broken);
    }
}
