package dev.quintet.server;

import dev.quintet.kernel.settings.Settings;
import java.time.Duration;

/// Where a server listens, how much it takes, and how long it waits.
///
/// @param host name or address to listen on
/// @param port the port, or 0 for a free one
/// @param maxBodyBytes the most bytes of a request's body: more is a 413
/// @param maxHeaderBytes the most bytes of a request's line and headers: more is a 414 or 431
/// @param maxRequests the most requests at once: more is a 503
/// @param headerTimeout how long a request's headers may take: longer is a 408
/// @param idleTimeout how long a connection may be silent
/// @param minBodyRate the fewest bytes a second that a body must come at, on average; 0 for any
/// @param drainTimeout how long requests may go on after the server was told to stop
/// @param accessLog whether each request is logged, to the logger `quintet.access`
/// @param stopAtShutdown whether the server stops, and drains, when the process is told to end
public record ServerOptions(
        String host,
        int port,
        long maxBodyBytes,
        int maxHeaderBytes,
        int maxRequests,
        Duration headerTimeout,
        Duration idleTimeout,
        int minBodyRate,
        Duration drainTimeout,
        boolean accessLog,
        boolean stopAtShutdown) {

    /// {@return what the settings say}
    public static ServerOptions of(Settings settings) {
        return new ServerOptions(
                settings.get(ServerSettings.HTTP_HOST),
                settings.get(ServerSettings.HTTP_PORT),
                settings.get(ServerSettings.HTTP_MAX_BODY_SIZE),
                settings.get(ServerSettings.HTTP_MAX_HEADER_SIZE),
                settings.get(ServerSettings.HTTP_MAX_REQUESTS),
                settings.get(ServerSettings.HTTP_HEADER_TIMEOUT),
                settings.get(ServerSettings.HTTP_IDLE_TIMEOUT),
                settings.get(ServerSettings.HTTP_MIN_BODY_RATE),
                settings.get(ServerSettings.HTTP_DRAIN_TIMEOUT),
                settings.get(ServerSettings.HTTP_ACCESS_LOG),
                true);
    }

    /// {@return these, listening elsewhere}
    ///
    /// @param port the port, or 0 for a free one
    public ServerOptions at(String host, int port) {
        return new ServerOptions(
                host,
                port,
                maxBodyBytes,
                maxHeaderBytes,
                maxRequests,
                headerTimeout,
                idleTimeout,
                minBodyRate,
                drainTimeout,
                accessLog,
                stopAtShutdown);
    }

    /// {@return these, with other limits of size}
    public ServerOptions limits(long maxBodyBytes, int maxHeaderBytes, int maxRequests) {
        return new ServerOptions(
                host,
                port,
                maxBodyBytes,
                maxHeaderBytes,
                maxRequests,
                headerTimeout,
                idleTimeout,
                minBodyRate,
                drainTimeout,
                accessLog,
                stopAtShutdown);
    }

    /// {@return these, with other limits of time}
    public ServerOptions timeouts(
            Duration headerTimeout, Duration idleTimeout, Duration drainTimeout) {
        return new ServerOptions(
                host,
                port,
                maxBodyBytes,
                maxHeaderBytes,
                maxRequests,
                headerTimeout,
                idleTimeout,
                minBodyRate,
                drainTimeout,
                accessLog,
                stopAtShutdown);
    }

    /// {@return these, logging each request or not}
    public ServerOptions accessLog(boolean accessLog) {
        return new ServerOptions(
                host,
                port,
                maxBodyBytes,
                maxHeaderBytes,
                maxRequests,
                headerTimeout,
                idleTimeout,
                minBodyRate,
                drainTimeout,
                accessLog,
                stopAtShutdown);
    }
}
