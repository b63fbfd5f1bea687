package dev.quintet.test.deploy;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.Site;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.http.WebSocket;
import dev.quintet.http.WebSockets;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.server.ServerOptions;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site behind the real nginx, which is set up word for word as our page says, less TLS.
@Tag("full")
class BehindNginxTest {

    @TempDir private static Path folder;
    private static Serving site;
    private static Nginx nginx;

    /// The site.
    private static final class Harbour extends Site {
        @Override
        protected void settings(Settings settings) {}

        @Override
        protected Routes routes() {
            return Routes.of(
                    path("seen/", Harbour::seen),
                    path("load/", request -> Response.text("got " + request.body().length)),
                    path("talk/", Harbour::talk));
        }

        static Response seen(Request request) {
            return Response.text(
                    String.join(" ", request.scheme(), request.host(), request.clientAddress()));
        }

        static Response talk(Request request) {
            return WebSockets.accept(
                    request,
                    socket -> {
                        while (socket.receive() instanceof WebSocket.Text said) {
                            socket.send("You said " + said.text());
                        }
                    });
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Path staticFiles = Files.createDirectories(folder.resolve("site/static"));
        Files.writeString(staticFiles.resolve("site.css"), "body { color: teal }");
        Files.writeString(staticFiles.resolve("site.0123456789ab.css"), "body {}");
        Path socket = folder.resolve("site.sock");
        var sources =
                new SettingsSources(
                        folder,
                        Map.of(
                                "SECRET_KEY",
                                "x".repeat(50),
                                "ALLOWED_HOSTS",
                                "example.com",
                                "TRUSTED_PROXIES",
                                "127.0.0.1",
                                "DATABASE_URL",
                                "sqlite:" + folder.resolve("harbour.db")),
                        List.of());
        RunningSite running = new Harbour().start(sources, UnaryOperator.identity());
        ServerOptions options = ServerOptions.of(running.context().settings());
        site = Serving.start(running, options.at("127.0.0.1", 0).unixSocket(socket));
        nginx = Nginx.before(socket, folder, folder.resolve("site"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.close();
        }
        site.close();
    }

    private static String head(String what, String... more) {
        return what
                + " HTTP/1.1\r\nHost: example.com\r\n"
                + String.join("", List.of(more).stream().map(one -> one + "\r\n").toList());
    }

    private static String get(String path, String... more) throws IOException {
        return nginx.ask(head("GET " + path, more) + "Connection: close\r\n\r\n");
    }

    @Test
    void knowsTheVisitorAndNotTheProxy() throws IOException {
        assertThat(get("/seen/")).startsWith("HTTP/1.1 200").endsWith("http example.com 127.0.0.2");
    }

    @Test
    void believesNoVisitorWhoClaimsToBeSomebodyElse() throws IOException {
        String answer =
                get(
                        "/seen/",
                        "X-Forwarded-For: 203.0.113.9",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: evil.test");

        assertThat(answer).endsWith("http example.com 127.0.0.2");
    }

    @Test
    void namesARequestAsTheProxyDoes() throws IOException {
        assertThat(get("/seen/")).containsPattern("X-Request-ID: [0-9a-f]{32}\r\n");
    }

    @Test
    void takesMoreThanNginxWouldByItself() throws IOException {
        int length = 2 << 20;
        String answer =
                nginx.ask(
                        head(
                                        "POST /load/",
                                        "Sec-Fetch-Site: same-origin",
                                        "Content-Type: application/octet-stream",
                                        "Content-Length: " + length)
                                + "Connection: close\r\n\r\n"
                                + "a".repeat(length));

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("got " + length);
    }

    @Test
    void leavesStaticFilesToTheProxy() throws IOException {
        assertThat(get("/static/site.css"))
                .startsWith("HTTP/1.1 200")
                .contains("Server: nginx", "Content-Type: text/css", "Cache-Control: ")
                .doesNotContain("X-Request-ID")
                .endsWith("body { color: teal }");
        assertThat(get("/static/site.0123456789ab.css")).contains("immutable");
        assertThat(get("/static/../nginx.conf")).doesNotContain("worker_processes");
        assertThat(get("/static/none.css")).startsWith("HTTP/1.1 404");
    }

    @Test
    void talksThroughTheProxy() throws IOException {
        try (Socket socket = nginx.connect()) {
            String request =
                    head(
                            "GET /talk/",
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Origin: http://example.com",
                            "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var in = new DataInputStream(socket.getInputStream());
            var answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                answer.append((char) in.readUnsignedByte());
            }
            assertThat(answer.toString()).startsWith("HTTP/1.1 101");

            // A text of five letters, masked with zeroes.
            byte[] hello = {(byte) 0x81, (byte) 0x85, 0, 0, 0, 0, 'h', 'e', 'l', 'l', 'o'};
            socket.getOutputStream().write(hello);

            assertThat(in.readUnsignedByte()).isEqualTo(0x81);
            byte[] said = new byte[in.readUnsignedByte()];
            in.readFully(said);
            assertThat(new String(said, StandardCharsets.US_ASCII)).isEqualTo("You said hello");
        }
    }
}
