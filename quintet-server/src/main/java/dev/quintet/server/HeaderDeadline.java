package dev.quintet.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Ends connections whose request headers do not come to an end: a byte a second never is idle, so
/// no idle time-out ends it.
///
/// A look every second: where bytes came in since the last request, and no request came of them
/// within the deadline, the connection gets a 408 and is closed. So ends, without a word, a
/// greeting of TLS that does not come to an end. HTTP/2 has frames of its own and is left to Jetty.
final class HeaderDeadline extends AbstractLifeCycle implements Connection.Listener {

    private static final byte[] ANSWER =
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final long deadlineNanos;
    private final Map<Connection, Watch> watched = new ConcurrentHashMap<>();
    private final Map<SslConnection, Long> greeted = new ConcurrentHashMap<>();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("http-deadline", true);
    private volatile Scheduler.@Nullable Task task;

    HeaderDeadline(Duration deadline) {
        this.deadlineNanos = deadline.toNanos();
    }

    /// What was seen of a connection; touched by its own requests and by the scheduler.
    static final class Watch {
        private long bytesAtRest;
        private long unfinishedSince;
        private int active;

        synchronized void begins() {
            active++;
            unfinishedSince = 0;
        }

        synchronized void ends(long bytesIn) {
            active--;
            bytesAtRest = bytesIn;
            unfinishedSince = 0;
        }

        synchronized boolean overdue(long bytesIn, long now, long deadlineNanos) {
            if (active > 0 || bytesIn == bytesAtRest) {
                unfinishedSince = 0;
                return false;
            }
            if (unfinishedSince == 0) {
                unfinishedSince = now;
            }
            return now - unfinishedSince > deadlineNanos;
        }
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData http
                && http.getHttpVersion().getVersion() < 20) {
            watched.put(connection, new Watch());
        } else if (connection instanceof SslConnection encrypted) {
            greeted.put(encrypted, System.nanoTime());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        watched.remove(connection);
        if (connection instanceof SslConnection encrypted) {
            greeted.remove(encrypted);
        }
    }

    @Nullable Watch watch(Connection connection) {
        return watched.get(connection);
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        schedule();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task last = task;
        if (last != null) {
            last.cancel();
        }
        scheduler.stop();
    }

    private void schedule() {
        task = scheduler.schedule(this::look, 500, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        for (Connection connection : List.copyOf(watched.keySet())) {
            Watch watch = watched.get(connection);
            if (watch != null && watch.overdue(connection.getBytesIn(), now, deadlineNanos)) {
                watched.remove(connection);
                EndPoint end = connection.getEndPoint();
                end.write(Callback.from(end::close), ByteBuffer.wrap(ANSWER));
            }
        }
        greeted.forEach((connection, since) -> {
            if (!connection.getSSLEngine().getSession().getProtocol().equals("NONE")) {
                greeted.remove(connection);
            } else if (now - since > deadlineNanos) {
                greeted.remove(connection);
                connection.getEndPoint().close();
            }
        });
        if (isRunning() || isStarting()) {
            schedule();
        }
    }
}
