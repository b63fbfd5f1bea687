package dev.quintet.server;

import dev.quintet.http.middleware.RequestIds;
import dev.quintet.kernel.log.Loggers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers what never becomes a request of a site, such as malformed bytes: a status and its words.
/// What is not the client's mistake is logged, as no site does it here.
final class BareErrors extends ErrorHandler {

    private static final System.Logger LOG = Loggers.named("quintet.server");

    BareErrors() {
        setShowStacks(false);
        setShowCauses(false);
        setShowOrigin(false);
        setShowMessageInTitle(false);
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        if (code >= 500) {
            log(request, code, cause);
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        byte[] text = text(code);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
        response.write(true, ByteBuffer.wrap(text), callback);
    }

    private static void log(Request request, int code, @Nullable Throwable cause) {
        String id = request.getHeaders().get("X-Request-ID");
        String line =
                request.getMethod()
                        + " "
                        + request.getHttpURI().getPath()
                        + " was answered "
                        + code
                        + " by the server"
                        + (code == 503 ? ", which stops or has too much to do" : "")
                        + (id != null && RequestIds.isName(id) ? " (" + id + ")" : "");
        LOG.log(System.Logger.Level.WARNING, line, cause);
    }

    private static byte[] text(int status) {
        return (HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
