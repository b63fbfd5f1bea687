package dev.quintet.server;

import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;

/// Listens on a socket that is a file of this machine: for a proxy beside the server, which needs
/// no port then.
final class UnixSocket {

    private UnixSocket() {}

    static UnixDomainServerConnector connector(
            Server server, Path path, HttpConfiguration http, ServerOptions options) {
        clear(path);
        var connector =
                new UnixDomainServerConnector(server, 1, -1, new HttpConnectionFactory(http));
        connector.setUnixDomainPath(path);
        connector.setAcceptQueueSize(1024);
        connector.setIdleTimeout(options.idleTimeout().toMillis());
        return connector;
    }

    /// Takes away a socket that a server left that is gone; one that answers, or anything else that
    /// is there, stays.
    private static void clear(Path path) {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            boolean other =
                    !Files.readAttributes(
                                    path,
                                    java.nio.file.attribute.BasicFileAttributes.class,
                                    LinkOption.NOFOLLOW_LINKS)
                            .isOther();
            if (other || answers(path)) {
                throw new ListenException(
                        Problem.of("server.E006", "There is something at " + path + " already.")
                                .because(
                                        other
                                                ? "It is no socket."
                                                : "Another server listens on it.")
                                .fixedBy("Set HTTP_UNIX_SOCKET to another path, or remove it."),
                        null);
            }
            Files.delete(path);
        } catch (IOException unreadable) {
            throw new ListenException(
                    Problem.of("server.E006", "There is something at " + path + " already.")
                            .because(unreadable.getMessage())
                            .fixedBy("Set HTTP_UNIX_SOCKET to another path, or remove it."),
                    unreadable);
        }
    }

    private static boolean answers(Path path) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException nobody) {
            return false;
        }
    }
}
