package dev.quintet.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Says at one path whether the server takes requests: to load balancers, which know it by its
/// address and not by its name. It stands outside of everything, so it answers while all else
/// drains.
final class Health extends Handler.Wrapper {

    private static final byte[] UP = "ok\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DRAINING = "draining\n".getBytes(StandardCharsets.US_ASCII);

    private final String path;
    private volatile boolean draining;

    Health(String path, Handler inner) {
        super(inner);
        this.path = path;
    }

    void drains() {
        draining = true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (path.isEmpty() || !path.equals(request.getHttpURI().getPath())) {
            return super.handle(request, response, callback);
        }
        byte[] body = draining ? DRAINING : UP;
        response.setStatus(draining ? 503 : 200);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
