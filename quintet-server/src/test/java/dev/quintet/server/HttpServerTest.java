package dev.quintet.server;

import static dev.quintet.http.Routes.get;
import static dev.quintet.http.Routes.path;
import static dev.quintet.http.Routes.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server, asked through real sockets.
class HttpServerTest {

    private static final CountDownLatch ABORTED = new CountDownLatch(1);
    private static final CountDownLatch STARTED = new CountDownLatch(1);

    @TempDir static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    static Response hello(Request request) {
        return Response.text("Hello, World!");
    }

    static Response echo(Request request) {
        return Response.bytes("application/octet-stream", request.body());
    }

    static Response count(Request request) throws IOException {
        long bytes = 0;
        byte[] piece = new byte[8192];
        try (InputStream in = request.stream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                bytes += read;
            }
        }
        return Response.text(Long.toString(bytes));
    }

    static Response endless(Request request) {
        return Response.stream(
                "text/plain",
                out -> {
                    try {
                        while (true) {
                            out.write(new byte[16 * 1024]);
                            out.flush();
                        }
                    } catch (IOException gone) {
                        ABORTED.countDown();
                        throw gone;
                    }
                });
    }

    static Response slow(Request request) throws InterruptedException {
        STARTED.countDown();
        Thread.sleep(400);
        return Response.text("slow");
    }

    static Response where(Request request) {
        return Response.text(
                Thread.currentThread().isVirtual()
                        + " "
                        + Request.current().orElseThrow().path()
                        + " "
                        + Context.current().get(Router.KEY).reverse("where"));
    }

    /// All that a view sees of a request.
    static Response seen(Request request) {
        var all = new LinkedHashMap<String, Object>();
        all.put("method", request.method());
        all.put("path", request.path());
        all.put("query", request.query().all("tag"));
        all.put("header", String.valueOf(request.header("x-oNe")));
        all.put("cookie", String.valueOf(request.cookie("flavour")));
        all.put("client", request.clientAddress());
        all.put("secure", request.secure());
        all.put("bytes", request.body().length);
        all.put("again", request.body().length);
        if (String.valueOf(request.header("Content-Type")).startsWith("application/json")) {
            all.put("json", request.json());
        } else {
            all.put("form", request.form().all("name"));
        }
        return Response.json(all);
    }

    static Response fails(Request request) {
        throw new IllegalStateException("the secret recipe");
    }

    static Response file(Request request) throws IOException {
        Path file = folder.resolve("big.bin");
        if (!Files.exists(file)) {
            Files.write(file, new byte[1_000_000]);
        }
        return Response.file(file);
    }

    @BeforeEach
    void starts() {
        Routes routes =
                Routes.of(
                        path("", HttpServerTest::hello).name("home"),
                        get("hello/", HttpServerTest::hello),
                        post("echo/", HttpServerTest::echo),
                        post("count/", HttpServerTest::count),
                        path("endless/", HttpServerTest::endless),
                        path("slow/", HttpServerTest::slow),
                        path("where/", HttpServerTest::where).name("where"),
                        path("seen/<str:word>/", (Request request, String _) -> seen(request)),
                        path("fails/", HttpServerTest::fails),
                        path("file/", HttpServerTest::file));
        Settings settings = new Settings().set(HttpSettings.ALLOWED_HOSTS, List.of("*"));
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        ServerOptions options =
                ServerOptions.of(settings)
                        .at("127.0.0.1", 0)
                        .limits(1_000_000, 16 * 1024, 1000)
                        .timeouts(
                                Duration.ofMillis(700),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(3))
                        .accessLog(false);
        server = HttpServer.start(RequestPipeline.of(site, Router.of(routes)), options);
    }

    @AfterEach
    void stops() {
        server.close();
    }

    @Test
    void answersWithoutNamingItself() throws Exception {
        HttpResponse<String> answer = ask("GET", "/hello/", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Hello, World!");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("text/plain; charset=utf-8");
    }

    @Test
    void runsEachRequestOnAVirtualThreadWithinItsSite() throws Exception {
        assertThat(ask("GET", "/where/", "").body()).isEqualTo("true /where/ /where/");
    }

    @Test
    void tellsAViewAllThatWasSent() {
        String form = "name=Ada&name=L%C3%B6w";

        assertThat(
                        raw(
                                "POST /seen/%C5%BElut%C3%BD%20k/?tag=a&tag=%26+b HTTP/1.1\r\n"
                                        + "Host: x\r\nX-ONE: 1\r\ncookie: flavour=\"va\\054n\"\r\n"
                                        + "Content-Type: application/x-www-form-urlencoded\r\n"
                                        + "Content-Length: "
                                        + form.length()
                                        + "\r\nConnection: close\r\n\r\n"
                                        + form))
                .endsWith(
                        utf8(
                                "{\"method\":\"POST\",\"path\":\"/seen/žlutý k/\","
                                        + "\"query\":[\"a\",\"& b\"],\"header\":\"1\","
                                        + "\"cookie\":\"va,n\",\"client\":\"127.0.0.1\","
                                        + "\"secure\":false,\"bytes\":22,\"again\":22,"
                                        + "\"form\":[\"Ada\",\"Löw\"]}"));
        assertThat(
                        raw(
                                "PUT /seen/x/ HTTP/1.1\r\nHost: x\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: 9\r\n"
                                        + "Connection: close\r\n\r\n{\"a\":[1]}"))
                .endsWith("\"bytes\":9,\"again\":9,\"json\":{\"a\":[1]}}");
    }

    /// What comes over the wire is read byte by byte.
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void answersHeadWithLengthAndWithoutBody() {
        String answer = raw("HEAD /hello/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("Content-Length: 13");
        assertThat(answer).doesNotContain("Hello");
    }

    @Test
    void answersOptionsAndWrongMethodsWithAllow() {
        assertThat(raw("OPTIONS /hello/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("Allow: GET, HEAD, OPTIONS");
        assertThat(raw("POST /hello/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD, OPTIONS");
        assertThat(raw("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void tellsNothingOfAFailure() throws Exception {
        HttpResponse<String> answer = ask("GET", "/fails/", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void sendsAFileWithItsLength() throws Exception {
        HttpResponse<byte[]> answer =
                client.send(
                        HttpRequest.newBuilder(server.address().resolve("/file/")).build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.body()).hasSize(1_000_000);
        assertThat(answer.headers().firstValue("Content-Length")).contains("1000000");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        assertThat(raw("POST /count/ HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        String chunk = "20000\r\n" + "z".repeat(0x20000) + "\r\n";
        assertThat(
                        raw(
                                "POST /count/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + chunk.repeat(9)
                                        + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void refusesHeadersAndAddressesThatAreTooLong() {
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET /?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414");
    }

    @Test
    void endsHeadersThatDripIn() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write("GET /hello/ HTTP/1.1\r\nHost: x\r\nX-S: ".getBytes());
            String answer = "";
            for (int i = 0; i < 50 && answer.isEmpty(); i++) {
                try {
                    socket.getOutputStream().write('a');
                    answer = new String(socket.getInputStream().readNBytes(12));
                } catch (java.net.SocketTimeoutException notYet) {
                    answer = "";
                }
            }

            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void keepsConnectionsThatRestBetweenRequests() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(3000);
            byte[] request = "GET /hello/ HTTP/1.1\r\nHost: x\r\n\r\n".getBytes();
            socket.getOutputStream().write(request);
            assertThat(readUntil(socket, "World!")).startsWith("HTTP/1.1 200");
            Thread.sleep(1600);
            socket.getOutputStream().write(request);

            assertThat(readUntil(socket, "World!")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void stopsAProducerWhoseClientWentAway() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write("GET /endless/ HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
            socket.getInputStream().readNBytes(100_000);
        }

        assertThat(ABORTED.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void letsRequestsFinishWhenItStops() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /slow/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                    .getBytes());
            assertThat(STARTED.await(5, TimeUnit.SECONDS)).isTrue();
            server.close();

            assertThat(new String(socket.getInputStream().readAllBytes())).endsWith("slow");
        }
    }

    @Test
    void namesThePortThatIsInUse() {
        Settings settings = new Settings();
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        RequestPipeline pipeline = RequestPipeline.of(site, Router.of(Routes.of()));
        ServerOptions same = ServerOptions.of(settings).at("127.0.0.1", server.port());

        assertThatThrownBy(() -> HttpServer.start(pipeline, same))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("Port " + server.port() + " on 127.0.0.1 is in use.");
        assertThatThrownBy(() -> HttpServer.start(pipeline, same.at("203.0.113.7", 0)))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("not one of this machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\nhello",
                "POST /echo/ HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\nhello",
                "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "POST /echo/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-A : 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n 2\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a/%2e%2e/b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://other/ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000garbage\r\n\r\n",
            })
    void refusesWhatAProxyMightReadDifferently(String request) {
        assertThat(raw(request)).containsPattern("^(HTTP/1.1 (400|501)|$)");
    }

    @Test
    void takesHttp2WithoutTls() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .build()
                        .send(
                                HttpRequest.newBuilder(server.address().resolve("/hello/")).build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.body()).isEqualTo("Hello, World!");
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        URI uri = server.address().resolve(path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .version(HttpClient.Version.HTTP_1_1)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(3000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closedWhileWriting) {
                // what was answered before is still to be read
            }
            String head = readUntil(socket, "\r\n\r\n");
            return head + rest(socket);
        } catch (IOException reset) {
            return "";
        }
    }

    /// The body, of a connection that the server closes behind it.
    private static String rest(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException stayedOpen) {
            return "";
        }
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int b = socket.getInputStream().read();
            if (b < 0) {
                break;
            }
            read.append((char) b);
        }
        return read.toString();
    }
}
