package dev.quintet.server;

import dev.quintet.kernel.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where a server listens, how much it takes, and how long it waits. Immutable.
///
/// @param host name or address to listen on
/// @param port the port, or 0 for a free one
/// @param tls certificate and port for TLS, or `null` for none
/// @param unixSocket a socket of this machine to listen on besides, or `null` for none
/// @param maxBodyBytes the most bytes of a request's body: more is a 413
/// @param maxHeaderBytes the most bytes of a request's line and headers: more is a 414 or 431
/// @param maxRequests the most requests at once: more is a 503
/// @param headerTimeout how long a request's headers may take: longer is a 408
/// @param idleTimeout how long a connection may be silent
/// @param requestDeadline how long a request may be worked on before its {@link
///   dev.quintet.kernel.context.Cancellation} says that it is over; zero for ever
/// @param minBodyRate the fewest bytes a second that a body must come at, on average; 0 for any
/// @param bodyGrace how long a body may be waited for before its rate counts
/// @param healthPath the path at which the server says whether it takes requests; empty for none
/// @param readyPath the path at which the server says besides whether what the site stands on
///   answers; empty for none
/// @param drainDelay how long requests are still taken, with {@link #healthPath} saying 503, after
///   the server was told to stop
/// @param drainTimeout how long requests may go on after no more are taken
/// @param accessLog whether each request is logged, to the logger `quintet.access`
/// @param stopAtShutdown whether the server stops, and drains, when the process is told to end
public record ServerOptions(
        String host,
        int port,
        @Nullable Tls tls,
        @Nullable Path unixSocket,
        long maxBodyBytes,
        int maxHeaderBytes,
        int maxRequests,
        Duration headerTimeout,
        Duration idleTimeout,
        Duration requestDeadline,
        int minBodyRate,
        Duration bodyGrace,
        String healthPath,
        String readyPath,
        Duration drainDelay,
        Duration drainTimeout,
        boolean accessLog,
        boolean stopAtShutdown) {

    /// {@return what the settings say}
    public static ServerOptions of(Settings settings) {
        String socket = settings.get(ServerSettings.HTTP_UNIX_SOCKET);
        return new ServerOptions(
                settings.get(ServerSettings.HTTP_HOST),
                settings.get(ServerSettings.HTTP_PORT),
                Tls.of(settings),
                socket.isEmpty() ? null : Path.of(socket),
                settings.get(ServerSettings.HTTP_MAX_BODY_SIZE),
                settings.get(ServerSettings.HTTP_MAX_HEADER_SIZE),
                settings.get(ServerSettings.HTTP_MAX_REQUESTS),
                settings.get(ServerSettings.HTTP_HEADER_TIMEOUT),
                settings.get(ServerSettings.HTTP_IDLE_TIMEOUT),
                settings.get(ServerSettings.HTTP_REQUEST_DEADLINE),
                settings.get(ServerSettings.HTTP_MIN_BODY_RATE),
                settings.get(ServerSettings.HTTP_BODY_GRACE),
                settings.get(ServerSettings.HTTP_HEALTH_PATH),
                settings.get(ServerSettings.HTTP_READY_PATH),
                settings.get(ServerSettings.HTTP_DRAIN_DELAY),
                settings.get(ServerSettings.HTTP_DRAIN_TIMEOUT),
                settings.get(ServerSettings.HTTP_ACCESS_LOG),
                true);
    }

    /// {@return these, listening elsewhere}
    ///
    /// @param port the port, or 0 for a free one
    public ServerOptions at(String host, int port) {
        return changed(draft -> {
            draft.host = host;
            draft.port = port;
        });
    }

    /// {@return these, with TLS, or without}
    public ServerOptions tls(@Nullable Tls tls) {
        return changed(draft -> draft.tls = tls);
    }

    /// {@return these, listening on a socket of this machine besides}
    public ServerOptions unixSocket(@Nullable Path unixSocket) {
        return changed(draft -> draft.unixSocket = unixSocket);
    }

    /// {@return these, with other limits of size}
    public ServerOptions limits(long maxBodyBytes, int maxHeaderBytes, int maxRequests) {
        return changed(draft -> {
            draft.maxBodyBytes = maxBodyBytes;
            draft.maxHeaderBytes = maxHeaderBytes;
            draft.maxRequests = maxRequests;
        });
    }

    /// {@return these, with other limits of time}
    public ServerOptions timeouts(
            Duration headerTimeout, Duration idleTimeout, Duration drainTimeout) {
        return changed(draft -> {
            draft.headerTimeout = headerTimeout;
            draft.idleTimeout = idleTimeout;
            draft.drainTimeout = drainTimeout;
        });
    }

    /// {@return these, with another end for the work on a request; zero for none}
    public ServerOptions requestDeadline(Duration requestDeadline) {
        return changed(draft -> draft.requestDeadline = requestDeadline);
    }

    /// {@return these, with another least rate of bodies}
    ///
    /// @param minBodyRate the fewest bytes a second; 0 for any
    /// @param bodyGrace how long a body may be waited for before its rate counts
    public ServerOptions bodyRate(int minBodyRate, Duration bodyGrace) {
        return changed(draft -> {
            draft.minBodyRate = minBodyRate;
            draft.bodyGrace = bodyGrace;
        });
    }

    /// {@return these, saying at a path whether requests are taken, and taking them for a while
    /// after the server was told to stop}
    public ServerOptions health(String healthPath, Duration drainDelay) {
        return changed(draft -> {
            draft.healthPath = healthPath;
            draft.drainDelay = drainDelay;
        });
    }

    /// {@return these, saying at a path whether what the site stands on answers}
    public ServerOptions ready(String readyPath) {
        return changed(draft -> draft.readyPath = readyPath);
    }

    /// {@return these, logging each request or not}
    public ServerOptions accessLog(boolean accessLog) {
        return changed(draft -> draft.accessLog = accessLog);
    }

    /// {@return these, stopping by themselves when the process is told to end, or not}
    public ServerOptions stopAtShutdown(boolean stopAtShutdown) {
        return changed(draft -> draft.stopAtShutdown = stopAtShutdown);
    }

    private ServerOptions changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new ServerOptions(
                draft.host,
                draft.port,
                draft.tls,
                draft.unixSocket,
                draft.maxBodyBytes,
                draft.maxHeaderBytes,
                draft.maxRequests,
                draft.headerTimeout,
                draft.idleTimeout,
                draft.requestDeadline,
                draft.minBodyRate,
                draft.bodyGrace,
                draft.healthPath,
                draft.readyPath,
                draft.drainDelay,
                draft.drainTimeout,
                draft.accessLog,
                draft.stopAtShutdown);
    }

    /// The same values, to be changed.
    private static final class Draft {
        private String host;
        private int port;
        private @Nullable Tls tls;
        private @Nullable Path unixSocket;
        private long maxBodyBytes;
        private int maxHeaderBytes;
        private int maxRequests;
        private Duration headerTimeout;
        private Duration idleTimeout;
        private Duration requestDeadline;
        private int minBodyRate;
        private Duration bodyGrace;
        private String healthPath;
        private String readyPath;
        private Duration drainDelay;
        private Duration drainTimeout;
        private boolean accessLog;
        private boolean stopAtShutdown;

        Draft(ServerOptions from) {
            host = from.host;
            port = from.port;
            tls = from.tls;
            unixSocket = from.unixSocket;
            maxBodyBytes = from.maxBodyBytes;
            maxHeaderBytes = from.maxHeaderBytes;
            maxRequests = from.maxRequests;
            headerTimeout = from.headerTimeout;
            idleTimeout = from.idleTimeout;
            requestDeadline = from.requestDeadline;
            minBodyRate = from.minBodyRate;
            bodyGrace = from.bodyGrace;
            healthPath = from.healthPath;
            readyPath = from.readyPath;
            drainDelay = from.drainDelay;
            drainTimeout = from.drainTimeout;
            accessLog = from.accessLog;
            stopAtShutdown = from.stopAtShutdown;
        }
    }
}
