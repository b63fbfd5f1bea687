package dev.quintet.server;

import dev.quintet.http.Header;
import dev.quintet.http.Headers;
import dev.quintet.http.HttpFailure;
import dev.quintet.http.LimitExceeded;
import dev.quintet.http.RequestSource;
import dev.quintet.http.UnsafeHeaderException;
import dev.quintet.kernel.context.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/// A request of Jetty's, read where it is asked for.
final class JettySource implements RequestSource {

    private final Request jetty;
    private final Response answer;
    private final ServerOptions options;
    private final Cancellation cancellation;
    private @Nullable InputStream body;

    JettySource(Request jetty, Response answer, ServerOptions options) {
        this.jetty = jetty;
        this.answer = answer;
        this.options = options;
        this.cancellation =
                options.requestDeadline().isPositive()
                        ? Cancellation.after(options.requestDeadline())
                        : Cancellation.open();
    }

    void abort() {
        cancellation.cancel();
    }

    boolean aborted() {
        return cancellation.cancelled();
    }

    @Override
    public String method() {
        return jetty.getMethod();
    }

    @Override
    public String rawPath() {
        String path = jetty.getHttpURI().getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    @Override
    public @Nullable String rawQuery() {
        return jetty.getHttpURI().getQuery();
    }

    @Override
    public String protocol() {
        return jetty.getConnectionMetaData().getProtocol();
    }

    @Override
    public boolean secure() {
        return jetty.isSecure();
    }

    @Override
    public @Nullable String header(String name) {
        String value = jetty.getHeaders().get(name);
        return value == null && name.equalsIgnoreCase("Host") ? authority() : value;
    }

    @Override
    public Headers headers() {
        var all = new ArrayList<Header>(jetty.getHeaders().size() + 1);
        for (HttpField field : jetty.getHeaders()) {
            String value = field.getValue();
            try {
                all.add(Header.of(field.getName(), value == null ? "" : value));
            } catch (UnsafeHeaderException malformed) {
                // Nobody may pass on what could not be sent: left out.
            }
        }
        String authority = jetty.getHeaders().get("Host") == null ? authority() : null;
        if (authority != null) {
            all.add(Header.of("Host", authority));
        }
        return Headers.of(all);
    }

    @Override
    public long contentLength() {
        return jetty.getLength();
    }

    @Override
    public InputStream body() {
        InputStream known = body;
        if (known == null) {
            body = known = new Limited(Content.Source.asInputStream(jetty), options);
        }
        return known;
    }

    @Override
    public String peerAddress() {
        if (jetty.getConnectionMetaData().getRemoteSocketAddress()
                instanceof UnixDomainSocketAddress) {
            // Whoever reaches a socket of this machine is on it.
            return "127.0.0.1";
        }
        String address = Request.getRemoteAddr(jetty);
        return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
    }

    @Override
    public int localPort() {
        return Request.getLocalPort(jetty);
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void hint(Headers headers) throws IOException {
        if (jetty.getConnectionMetaData().getHttpVersion().getVersion() < 11) {
            return;
        }
        HttpFields.Mutable fields = HttpFields.build();
        headers.forEach(header -> fields.add(header.name(), header.value()));
        try {
            answer.writeInterim(103, fields).get();
        } catch (ExecutionException gone) {
            throw new IOException("The hints were not sent", gone.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return what HTTP/2 says in place of `Host`}
    private @Nullable String authority() {
        return jetty.getHttpURI().getAuthority();
    }

    /// A body that ends in a 413 when it is longer than it may be, whatever its headers said, and
    /// in a 408 when it comes more slowly than it may, after a time of grace.
    private static final class Limited extends InputStream {

        private final InputStream from;
        private final long limit;
        private final int rate;
        private final long graceNanos;
        private long count;
        private long waitedNanos;

        Limited(InputStream from, ServerOptions options) {
            this.from = from;
            this.limit = options.maxBodyBytes();
            this.rate = options.minBodyRate();
            this.graceNanos = options.bodyGrace().toNanos();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            long before = System.nanoTime();
            int read = from.read(bytes, offset, length);
            waitedNanos += System.nanoTime() - before;
            if (read > 0) {
                count += read;
            }
            if (count > limit) {
                throw LimitExceeded.tooLarge("HTTP_MAX_BODY_SIZE", limit);
            }
            if (waitedNanos > graceNanos && count < rate * (waitedNanos / 1e9)) {
                throw new HttpFailure(408, "The request's body comes too slowly.");
            }
            return read;
        }

        @Override
        public int available() throws IOException {
            return from.available();
        }

        /// Closes nothing: that would break the connection before its client has read the answer.
        /// What is left of the body, {@link Leftovers} takes.
        @Override
        public void close() {}
    }
}
