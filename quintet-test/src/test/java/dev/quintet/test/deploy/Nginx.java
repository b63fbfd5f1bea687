package dev.quintet.test.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The real nginx, set up as our page on proxies says.
final class Nginx implements AutoCloseable {

    private static final Path PAGE = Path.of("../docs/how-to/deploy-behind-a-proxy.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```nginx\n(.*?)```");

    final int port;
    private final Process process;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it with the page's words, less TLS, before a site at a socket.
    ///
    /// @param folder for its files
    /// @param root the folder in which `STATIC_ROOT` is, as `static`
    static Nginx before(Path socket, Path folder, Path root) throws Exception {
        String program = program();
        assumeTrue(program != null, "nginx is missing: scripts/services --tools installs it");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, configuration(socket, folder, root, port));
        Process process =
                new ProcessBuilder(String.valueOf(program), "-e", "stderr", "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.log").toFile())
                        .start();
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try (var socketOpen = new Socket()) {
                socketOpen.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return new Nginx(process, port);
            } catch (IOException notYet) {
                Thread.sleep(25);
            }
        }
        process.destroyForcibly();
        throw new IOException(Files.readString(folder.resolve("nginx.log")));
    }

    private static @Nullable String program() {
        String path = System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":", -1))
                .map(each -> Path.of(each, "nginx"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    /// The page has the server first, and then what goes into it before `location /`.
    private static String configuration(Path socket, Path folder, Path root, int port)
            throws IOException {
        List<String> blocks =
                BLOCK.matcher(Files.readString(PAGE))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        String more = String.join("", blocks.subList(1, blocks.size()));
        String server =
                blocks.getFirst()
                        .replace("unix:/run/site/site.sock", "unix:" + socket)
                        .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";")
                        .replaceAll("(?m)^.*(http2 on|ssl_certificate).*\n", "")
                        .replaceFirst(
                                "(?m)^    location / \\{",
                                Matcher.quoteReplacement(more + "    location / {"))
                        .replace("root /srv/site;", "root " + root + ";");
        return """
        daemon off;
        %3$s
        worker_processes 1;
        pid %1$s/nginx.pid;
        events {}
        http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        types { text/css css; }
        %2$s
        }
        """
                // Its workers must reach the files of these tests, which are those of our account.
                .formatted(folder, server, asRoot() ? "user root;" : "");
    }

    private static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// {@return a connection that comes from another address than the proxy}
    Socket connect() throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0.2", 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(10_000);
        return socket;
    }

    /// {@return the whole answer}
    String ask(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException stays) {
            process.destroyForcibly();
        }
    }
}
