package dev.quintet.server;

import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.Serial;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The server cannot listen where it was told to: the port is in use, or not ours to take, or its
/// certificate cannot be used.
public final class ListenException extends ServerException {

    @Serial private static final long serialVersionUID = 1L;

    ListenException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    static ListenException of(String host, int port, Exception cause) {
        Throwable root = cause;
        while (!(root instanceof BindException) && root.getCause() != null) {
            root = root.getCause();
        }
        String told = String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
        if (root instanceof UnresolvedAddressException) {
            return new ListenException(
                    Problem.of("server.E002", "The host '" + host + "' has no address.")
                            .fixedBy("Use 127.0.0.1 for this machine alone, 0.0.0.0 for all."),
                    cause);
        }
        if (told.contains("permission")) {
            return new ListenException(
                    Problem.of("server.E003", "Port " + port + " is not ours to take.")
                            .because("Ports below 1024 belong to the administrator.")
                            .fixedBy("Use a port from 1024 on, such as 8000."),
                    cause);
        }
        if (told.contains("assign")) {
            return new ListenException(
                    Problem.of(
                                    "server.E002",
                                    "The address " + host + " is not one of this machine.")
                            .fixedBy("Use 127.0.0.1 for this machine alone, 0.0.0.0 for all."),
                    cause);
        }
        if (root instanceof IOException && told.contains("in use")) {
            return new ListenException(
                    Problem.of("server.E001", "Port " + port + " on " + host + " is in use.")
                            .because("Another program listens there.")
                            .fixedBy(
                                    "Stop it, or choose another port, such as " + (port + 1) + "."),
                    cause);
        }
        return new ListenException(
                Problem.of("server.E004", "Cannot listen on " + host + ":" + port + ".")
                        .because(String.valueOf(root.getMessage())),
                cause);
    }
}
