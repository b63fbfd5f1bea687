package dev.quintet.server;

import dev.quintet.http.RequestPipeline;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Says at one path whether the server lives and takes requests, and at another whether all that
/// its site stands on answers too: to load balancers, which know it by its address and not by its
/// name. It stands outside of everything, so it answers while all else drains.
final class Health extends Handler.Wrapper {

    private static final byte[] UP = "ok\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DRAINING = "draining\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NOT_READY = "not ready\n".getBytes(StandardCharsets.US_ASCII);

    private final String path;
    private final String readyPath;
    private final PipelineSource pipelines;
    private final Readiness readiness = new Readiness();
    private volatile boolean draining;

    Health(ServerOptions options, PipelineSource pipelines, Handler inner) {
        super(inner);
        this.path = options.healthPath();
        this.readyPath = options.readyPath();
        this.pipelines = pipelines;
    }

    void drains() {
        draining = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String asked = request.getHttpURI().getPath();
        if (asked == null || asked.isEmpty()) {
            return super.handle(request, response, callback);
        }
        if (asked.equals(path)) {
            answer(response, callback, draining ? DRAINING : UP, !draining);
            return true;
        }
        if (asked.equals(readyPath)) {
            boolean ready = !draining && isReady();
            answer(response, callback, ready ? UP : draining ? DRAINING : NOT_READY, ready);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private boolean isReady() {
        RequestPipeline pipeline = pipelines.enter();
        try {
            return readiness.of(pipeline.site());
        } finally {
            pipelines.leave(pipeline);
        }
    }

    private static void answer(Response response, Callback callback, byte[] body, boolean well) {
        response.setStatus(well ? 200 : 503);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
