package dev.quintet.server;

import dev.quintet.http.Body;
import dev.quintet.http.Hosts;
import dev.quintet.http.RequestPipeline;
import dev.quintet.kernel.log.Loggers;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Where Jetty's request becomes ours, and our answer Jetty's.
final class Entrance extends Handler.Abstract {

    private static final System.Logger ACCESS = Loggers.named("quintet.access");
    private static final System.Logger LOG = Loggers.named("quintet.server");

    private final PipelineSource pipelines;
    private final ServerOptions options;
    private final HeaderDeadline deadline;
    private final Sender sender;
    private final Conversations conversations;
    private final AtomicInteger running = new AtomicInteger();
    private volatile int encryptedPort;

    Entrance(
            PipelineSource pipelines,
            ServerOptions options,
            HeaderDeadline deadline,
            Conversations conversations) {
        this.pipelines = pipelines;
        this.options = options;
        this.deadline = deadline;
        this.sender = new Sender();
        this.conversations = conversations;
    }

    /// Sends whoever comes without TLS to this port.
    void sendTo(int port) {
        encryptedPort = port;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getLength() > options.maxBodyBytes()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Response.writeError(request, response, Leftovers.before(callback, request), 413);
            return true;
        }
        String path = request.getHttpURI().getPath();
        if (path == null || !path.startsWith("/")) {
            answerOdd(request, response, callback, path);
            return true;
        }
        if (encryptedPort > 0 && toEncrypted(request, response, callback, path)) {
            return true;
        }
        if (running.incrementAndGet() > options.maxRequests()) {
            running.decrementAndGet();
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            Response.writeError(request, response, callback, 503);
            return true;
        }
        Connection connection = request.getConnectionMetaData().getConnection();
        HeaderDeadline.Watch watch = deadline.watch(connection);
        if (watch != null) {
            watch.begins();
        }
        RequestPipeline pipeline = pipelines.enter();
        try {
            answer(pipeline, request, response, callback);
        } finally {
            pipelines.leave(pipeline);
            running.decrementAndGet();
            if (watch != null) {
                watch.ends(connection.getBytesIn());
            }
        }
        return true;
    }

    private void answer(
            RequestPipeline pipeline, Request request, Response response, Callback callback) {
        var source = new JettySource(request, response, options);
        request.addFailureListener(failure -> source.abort());
        dev.quintet.http.Request ours = dev.quintet.http.Request.of(source, pipeline.policy());
        dev.quintet.http.Response answer = pipeline.handle(ours);
        long sent = -1;
        try {
            if (answer.body() instanceof Body.Talk talk) {
                sender.head(pipeline.site().clock(), ours, answer, response);
                conversations.open(new Conversations.Call(request, response, callback), talk);
            } else {
                Callback last = Leftovers.before(callback, request);
                sent = sender.send(pipeline.site().clock(), ours, answer, response, last);
            }
        } catch (Exception | AssertionError broken) {
            // A client that went away is its own affair; what the site's code throws is not.
            boolean left = broken instanceof IOException || source.aborted();
            source.abort();
            LOG.log(
                    left ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR,
                    "The answer to "
                            + request.getMethod()
                            + " "
                            + ours.escapedPath()
                            + " was not sent to its end",
                    broken);
            callback.failed(broken);
        } finally {
            pipeline.close(ours);
            if (options.accessLog() && ACCESS.isLoggable(System.Logger.Level.INFO)) {
                log(request, ours, answer.status(), sent);
            }
        }
    }

    /// Answers by a redirect to the same page over TLS. The address by which certificates are
    /// ordered (ACME, RFC 8555) stays, as does what a proxy brings over a socket of this machine.
    private boolean toEncrypted(
            Request request, Response response, Callback callback, String path) {
        boolean local =
                request.getConnectionMetaData().getLocalSocketAddress()
                        instanceof UnixDomainSocketAddress;
        if (request.isSecure() || local || path.startsWith("/.well-known/acme-challenge/")) {
            return false;
        }
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host == null || !allows(host)) {
            Response.writeError(request, response, callback, 400);
            return true;
        }
        String name = Hosts.split(host).domain();
        String port = encryptedPort == 443 ? "" : ":" + encryptedPort;
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        response.setStatus(reads ? 301 : 308);
        response.getHeaders()
                .put(
                        HttpHeader.LOCATION,
                        "https://" + name + port + request.getHttpURI().getPathQuery());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0L);
        callback.succeeded();
        return true;
    }

    private boolean allows(String host) {
        RequestPipeline pipeline = pipelines.enter();
        try {
            return pipeline.policy().allows(host);
        } finally {
            pipelines.leave(pipeline);
        }
    }

    /// `OPTIONS *` asks the server, not a page; everything else without a path is nonsense.
    private static void answerOdd(
            Request request, Response response, Callback callback, @Nullable String path) {
        if ("*".equals(path) && request.getMethod().equals("OPTIONS")) {
            response.setStatus(200);
            response.getHeaders()
                    .put(HttpHeader.ALLOW, "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0L);
            callback.succeeded();
        } else {
            Response.writeError(request, response, callback, 400);
        }
    }

    private static void log(Request request, dev.quintet.http.Request ours, int status, long sent) {
        double millis = (System.nanoTime() - request.getBeginNanoTime()) / 1e6;
        ACCESS.log(
                System.Logger.Level.INFO,
                "{0} \"{1} {2} {3}\" {4} {5} {6}",
                ours.clientAddress(),
                ours.method(),
                ours.escapedPath(),
                ours.protocol(),
                Integer.toString(status),
                sent < 0 ? "-" : Long.toString(sent),
                String.format(java.util.Locale.ROOT, "%.1fms", millis));
    }
}
