package dev.quintet.server;

import static dev.quintet.http.Routes.path;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.LimitExceeded;
import dev.quintet.http.Request;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.UploadHandlers;
import dev.quintet.http.UploadedFile;
import dev.quintet.http.WebSocket;
import dev.quintet.http.WebSockets;
import dev.quintet.http.middleware.Common;
import dev.quintet.http.middleware.Csp;
import dev.quintet.http.middleware.FrameOptions;
import dev.quintet.http.middleware.RequestIds;
import dev.quintet.http.middleware.Security;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A site in a process of its own, with a heap of its own: what tests of load ask.
final class LoadServer implements AutoCloseable {

    static final long QUOTA = 1 << 20;

    private final Process process;
    final int port;
    final int tlsPort;

    private LoadServer(Process process, int port, int tlsPort) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /// Serves until it is killed, and prints its ports.
    ///
    /// @param args a file to be downloaded, and a store with a certificate, whose password is
    ///   `secret`
    public static void main(String... args) {
        Path file = Path.of(args[0]);
        Routes routes =
                Routes.of(
                        path("", request -> Response.text("hello")),
                        path("slow/", LoadServer::slow),
                        path("busy/", LoadServer::busy),
                        path("sink/", LoadServer::sink),
                        path("upload/", LoadServer::upload),
                        path("quota/", LoadServer::quota),
                        path("stream/<int:bytes>/", LoadServer::stream),
                        path("file/", request -> Response.file(file)),
                        path("talk/", LoadServer::talk));
        Settings settings =
                new Settings()
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("127.0.0.1"))
                        .set(ServerSettings.HTTP_MAX_BODY_SIZE, 3L << 30)
                        .set(ServerSettings.HTTP_HEADER_TIMEOUT, Duration.ofSeconds(5))
                        .set(ServerSettings.HTTP_ACCESS_LOG, false);
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        RequestPipeline pipeline =
                RequestPipeline.of(site, Router.of(routes))
                        .with(
                                List.of(
                                        new RequestIds(),
                                        Security.of(settings),
                                        Csp.of(settings),
                                        Common.of(settings),
                                        FrameOptions.of(settings)));
        ServerOptions options =
                ServerOptions.of(settings)
                        .at("127.0.0.1", 0)
                        .tls(new Tls(Path.of(args[1]), null, "secret", 0, false));
        HttpServer server = HttpServer.start(pipeline, options);
        System.out.println("ports " + server.port() + " " + server.tlsPort());
    }

    static Response slow(Request request) throws InterruptedException {
        Thread.sleep(1000);
        return Response.text("slept");
    }

    /// Works for ten milliseconds, and waits for nothing meanwhile.
    static Response busy(Request request) {
        long end = System.nanoTime() + 10_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return Response.text("worked");
    }

    static Response sink(Request request) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long count = 0;
        try (InputStream in = request.stream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                count += read;
            }
        }
        return Response.text(Long.toString(count));
    }

    static Response upload(Request request) {
        request.receive(UploadHandlers.onDisk());
        return upload(request.file("file"));
    }

    private static Response upload(@Nullable UploadedFile file) {
        return Response.text(Long.toString(Objects.requireNonNull(file).size()));
    }

    static Response quota(Request request) {
        request.receive(UploadHandlers.quota(QUOTA), UploadHandlers.onDisk());
        try {
            return upload(request.file("file"));
        } catch (LimitExceeded tooLarge) {
            return Response.text("Please send at most a megabyte.").withStatus(413);
        }
    }

    static Response stream(Request request, long bytes) {
        return Response.stream(
                "application/octet-stream",
                out -> {
                    byte[] piece = new byte[64 * 1024];
                    for (long left = bytes; left > 0; left -= piece.length) {
                        out.write(piece, 0, (int) Math.min(left, piece.length));
                    }
                });
    }

    static Response talk(Request request) {
        return WebSockets.accept(
                request,
                socket -> {
                    while (socket.receive() instanceof WebSocket.Text(String text)) {
                        socket.send(text);
                    }
                });
    }

    /// {@return one that listens}
    ///
    /// @param file to be downloaded
    /// @param flags of its JVM, such as `-Xmx64m`
    static LoadServer start(Path file, String... flags) throws IOException {
        Path store = store(file);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-cp", classPath()));
        command.addAll(List.of(LoadServer.class.getName(), file.toString(), store.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ports ")) {
                // What it says afterwards nobody reads, but a full pipe would stop it.
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                String[] ports = line.split(" ", -1);
                return new LoadServer(
                        process, Integer.parseInt(ports[1]), Integer.parseInt(ports[2]));
            }
        }
        throw new IOException("The server did not start");
    }

    private static Path store(Path file) throws IOException {
        try {
            return TestCertificate.make(file.getParent(), "localhost").store();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /// All modules of the tests, and the tests themselves, which are patched into theirs.
    private static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        return tests + ":" + modules + ":" + System.getProperty("java.class.path");
    }

    /// {@return how much memory it holds, in bytes: its resident set}
    long memory() throws IOException {
        return kilobytes("VmRSS:");
    }

    private long kilobytes(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        throw new IOException("Linux does not say " + name);
    }

    /// {@return how many files and connections it holds open}
    long handles() throws IOException {
        try (var all = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return all.count();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
