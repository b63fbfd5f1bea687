package dev.quintet.server;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Cancellation;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways into the server, and the ways out: TLS, Unix sockets, health, slow and vanished
/// clients.
class DoorsTest {

    private static final CountDownLatch CANCELLED = new CountDownLatch(1);
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    @TempDir private Path folder;
    private HttpServer server;

    static Response seen(Request request) {
        return Response.text(
                request.scheme() + " " + request.protocol() + " " + request.clientAddress());
    }

    static Response body(Request request) {
        return Response.text("got " + request.body().length);
    }

    static Response sleeps(Request request) throws InterruptedException {
        Thread.sleep(1000);
        return Response.text("slept");
    }

    static Response ticks(Request request) {
        return Response.events(events -> {
            String seen = request.header("Last-Event-ID");
            if (seen != null) {
                events.send("tick", "behind " + seen, "8");
                return;
            }
            events.send("tick", "one\ntwo", "7");
            GO_ON.await(10, TimeUnit.SECONDS);
            events.send("last");
        });
    }

    static Response told(Request request) {
        return Response.stream(
                "text/plain",
                out -> {
                    var hosts = Context.current().settings().get(HttpSettings.ALLOWED_HOSTS);
                    out.write(hosts.toString().getBytes(StandardCharsets.UTF_8));
                });
    }

    static Response endless(Request request) {
        Cancellation.current().onCancel(CANCELLED::countDown);
        return Response.stream(
                "text/plain",
                out -> {
                    while (true) {
                        out.write(new byte[16 * 1024]);
                        out.flush();
                    }
                });
    }

    static Response hinted(Request request) {
        request.hint("</static/site.css>; rel=preload; as=style");
        return Response.text("page");
    }

    static Response deadline(Request request) throws InterruptedException {
        while (true) {
            Cancellation.current().check();
            Thread.sleep(5);
        }
    }

    static Response waits(Request request) throws InterruptedException {
        STARTED.countDown();
        Thread.sleep(300);
        return Response.text("done");
    }

    private static ServerOptions options() {
        return ServerOptions.of(new Settings())
                .at("127.0.0.1", 0)
                .accessLog(false)
                .timeouts(Duration.ofMillis(700), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    private void serve(ServerOptions options) {
        Routes routes =
                Routes.of(
                        path("", DoorsTest::seen),
                        path("body/", DoorsTest::body),
                        path("sleeps/", DoorsTest::sleeps),
                        path("ticks/", DoorsTest::ticks),
                        path("told/", DoorsTest::told),
                        path("endless/", DoorsTest::endless),
                        path("hinted/", DoorsTest::hinted),
                        path("deadline/", DoorsTest::deadline),
                        path("waits/", DoorsTest::waits));
        Settings settings =
                new Settings()
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost"))
                        .set(HttpSettings.TRUSTED_PROXIES, List.of("127.0.0.1"));
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        server = HttpServer.start(RequestPipeline.of(site, Router.of(routes)), options);
    }

    @AfterEach
    void stops() {
        if (server != null) {
            server.close();
        }
    }

    private String plain(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(String path, String... headers) {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("Connection: close\r\n\r\n").toString();
    }

    private SSLSocket encrypted(String... protocols) throws Exception {
        var socket =
                (SSLSocket)
                        TestCertificate.believing()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", server.tlsPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(5000);
        socket.startHandshake();
        return socket;
    }

    // TLS.

    @Test
    void knowsItsSiteWhileTheAnswerIsWritten() throws Exception {
        serve(options());

        assertThat(plain("GET /told/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("[localhost]");
    }

    @Test
    void speaksTlsWithACertificateInPem() throws Exception {
        Path certificate = folder.resolve("site.pem");
        Path key = folder.resolve("site.key");
        TestCertificate.make(folder, "one").writePem(certificate, key);
        serve(options().tls(new Tls(certificate, key, "", 0, true)));

        try (SSLSocket socket = encrypted("http/1.1")) {
            socket.getOutputStream().write(get("/").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes()))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("https HTTP/1.1 127.0.0.1");
        }
    }

    @Test
    void speaksTlsWithAStore() throws Exception {
        TestCertificate made = TestCertificate.make(folder, "one", "-keyalg", "RSA");
        serve(options().tls(new Tls(made.store(), null, made.password(), 0, true)));

        try (SSLSocket socket = encrypted()) {
            assertThat(socket.getSession().getPeerPrincipal()).hasToString("CN=one");
        }
    }

    @Test
    void choosesHttp2WhereTheClientCan() throws Exception {
        TestCertificate made = TestCertificate.make(folder, "one");
        serve(options().tls(new Tls(made.store(), null, made.password(), 0, true)));

        try (SSLSocket both = encrypted("h2", "http/1.1");
                SSLSocket old = encrypted("http/1.1")) {
            assertThat(both.getApplicationProtocol()).isEqualTo("h2");
            assertThat(old.getApplicationProtocol()).isEqualTo("http/1.1");
        }
    }

    @Test
    void servesARenewedCertificateWithoutARestart() throws Exception {
        Path store = folder.resolve("live.p12");
        Files.copy(TestCertificate.make(folder, "old").store(), store);
        serve(options().tls(new Tls(store, null, "secret", 0, true)));
        Path renewed = TestCertificate.make(folder, "new").store();

        Files.copy(renewed, store, StandardCopyOption.REPLACE_EXISTING);
        String served = "";
        for (int i = 0; i < 100 && !served.equals("CN=new"); i++) {
            Thread.sleep(100);
            try (SSLSocket socket = encrypted()) {
                served = socket.getSession().getPeerPrincipal().toString();
            }
        }

        assertThat(served).isEqualTo("CN=new");
    }

    @Test
    void keepsTheOldCertificateWhereTheNewIsNone() throws Exception {
        Path store = folder.resolve("live.p12");
        Files.copy(TestCertificate.make(folder, "old").store(), store);
        serve(options().tls(new Tls(store, null, "secret", 0, true)));

        Files.writeString(store, "nonsense");
        Thread.sleep(2500);

        try (SSLSocket socket = encrypted()) {
            assertThat(socket.getSession().getPeerPrincipal()).hasToString("CN=old");
        }
    }

    @Test
    void sendsVisitorsWithoutTlsToThePortThatHasIt() throws Exception {
        TestCertificate made = TestCertificate.make(folder, "one");
        serve(options().tls(new Tls(made.store(), null, made.password(), 0, true)));

        assertThat(plain(get("/waits/?a=b")))
                .startsWith("HTTP/1.1 301")
                .contains("Location: https://localhost:" + server.tlsPort() + "/waits/?a=b\r\n");
        assertThat(plain(get("/").replace("GET", "POST"))).startsWith("HTTP/1.1 308");
        assertThat(plain(get("/").replace("Host: localhost", "Host: evil.test")))
                .startsWith("HTTP/1.1 400");
        assertThat(plain(get("/.well-known/acme-challenge/x"))).startsWith("HTTP/1.1 404");
    }

    @Test
    void servesWithoutTlsBesidesWhereThatIsWanted() throws Exception {
        TestCertificate made = TestCertificate.make(folder, "one");
        serve(options().tls(new Tls(made.store(), null, made.password(), 0, false)));

        assertThat(plain(get("/"))).startsWith("HTTP/1.1 200").contains("http HTTP/1.1");
    }

    @Test
    void namesAKeyThatDoesNotBelongToItsCertificate() throws Exception {
        Path certificate = folder.resolve("site.pem");
        Path key = folder.resolve("site.key");
        TestCertificate.make(folder, "one").writePem(folder.resolve("other.pem"), key);
        TestCertificate.make(folder, "two").writePem(certificate, folder.resolve("other.key"));

        assertThatThrownBy(() -> serve(options().tls(new Tls(certificate, key, "", 0, true))))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("server.E005")
                .hasMessageContaining("does not belong");
    }

    @Test
    void namesAFileThatIsMissing() {
        Tls missing = new Tls(folder.resolve("none.pem"), null, "", 0, true);

        assertThatThrownBy(() -> serve(options().tls(missing)))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("There is no file");
    }

    @Test
    void endsAGreetingOfTlsThatStopsHalfway() throws Exception {
        TestCertificate made = TestCertificate.make(folder, "one");
        serve(options().tls(new Tls(made.store(), null, made.password(), 0, true)));

        try (Socket socket = new Socket("127.0.0.1", server.tlsPort())) {
            socket.setSoTimeout(100);
            byte[] hello = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};
            socket.getOutputStream().write(hello);

            assertThat(ended(socket, 0)).isTrue();
        }
    }

    // A socket of this machine.

    @Test
    void listensOnAUnixSocketAndBelievesItsProxy() throws Exception {
        Path path = folder.resolve("site.sock");
        serve(options().unixSocket(path));

        assertThat(unix(path, get("/", "X-Forwarded-For: 203.0.113.9")))
                .startsWith("HTTP/1.1 200")
                .endsWith("http HTTP/1.1 203.0.113.9");
    }

    @Test
    void takesTheSocketOfAServerThatIsGoneAndNotOfOneThatLives() throws Exception {
        Path path = folder.resolve("site.sock");
        try (var left = java.nio.channels.ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();
        serve(options().unixSocket(path));

        assertThat(unix(path, get("/"))).startsWith("HTTP/1.1 200");
        HttpServer first = server;
        try {
            assertThatThrownBy(() -> serve(options().unixSocket(path)))
                    .isInstanceOf(ListenException.class)
                    .hasMessageContaining("Another server listens");
        } finally {
            server = first;
        }
    }

    private static String unix(Path path, String request) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes());
        }
    }

    // Health.

    @Test
    void saysThatItDrainsWhileItStillAnswers() throws Exception {
        serve(options().health("/-/health", Duration.ofSeconds(1)));
        String asked = get("/-/health").replace("localhost", "10.1.2.3");
        assertThat(plain(asked)).startsWith("HTTP/1.1 200").endsWith("ok\n");

        Thread stopping = Thread.startVirtualThread(server::close);
        String answer = "";
        for (int i = 0; i < 50 && !answer.startsWith("HTTP/1.1 503"); i++) {
            answer = plain(asked);
        }

        assertThat(answer).startsWith("HTTP/1.1 503").endsWith("draining\n");
        assertThat(plain(get("/"))).startsWith("HTTP/1.1 200");
        stopping.join();
    }

    // Slow clients, and clients that go away.

    @Test
    void answers408ToABodyThatDripsIn() throws Exception {
        serve(options().bodyRate(1000, Duration.ofMillis(500)));

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(50);
            String head = "POST /body/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(answerWhileDripping(socket)).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void answers408ToABodyThatNeverComes() throws Exception {
        serve(options());

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(8000);
            String head =
                    "POST /body/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nab";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12)))
                    .isEqualTo("HTTP/1.1 408");
        }
    }

    private static String answerWhileDripping(Socket socket) throws IOException {
        for (int i = 0; i < 400; i++) {
            try {
                socket.getOutputStream().write('a');
                return new String(socket.getInputStream().readNBytes(12));
            } catch (SocketTimeoutException notYet) {
                continue;
            }
        }
        return "";
    }

    private static boolean ended(Socket socket, int drip) throws IOException {
        for (int i = 0; i < 50; i++) {
            try {
                if (drip > 0) {
                    socket.getOutputStream().write(drip);
                }
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException notYet) {
                continue;
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }

    @Test
    void cancelsTheWorkForAClientThatWentAway() throws Exception {
        serve(options());
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(get("/endless/").getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(50_000);
        }

        assertThat(CANCELLED.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancelsWorkThatTakesLongerThanItMay() throws Exception {
        serve(options().requestDeadline(Duration.ofMillis(100)));

        // Without the module that maps statuses it is any other failure.
        assertThat(plain(get("/deadline/"))).startsWith("HTTP/1.1 5");
    }

    // Streams.

    @Test
    void sendsEventsAsTheyHappen() throws Exception {
        serve(options());
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(get("/ticks/").getBytes(StandardCharsets.US_ASCII));
            String first = until(socket, "data: two\n\n");
            GO_ON.countDown();
            String rest = new String(socket.getInputStream().readAllBytes());

            assertThat(first)
                    .contains("Content-Type: text/event-stream", "event: tick\nid: 7\ndata: one\n");
            assertThat(rest).contains("data: last\n\n");
        }
    }

    @Test
    void tellsAStreamWhichEventAPageSawLastThatComesBack() throws Exception {
        serve(options());

        assertThat(plain(get("/ticks/", "Last-Event-ID: 7")))
                .contains("event: tick\nid: 8\ndata: behind 7\n\n")
                .doesNotContain("data: one", "data: last");
    }

    @Test
    void sendsHintsBeforeThePage() throws Exception {
        serve(options());

        assertThat(plain(get("/hinted/")))
                .startsWith("HTTP/1.1 103")
                .contains("Link: </static/site.css>; rel=preload; as=style")
                .contains("HTTP/1.1 200")
                .endsWith("page");
        assertThat(plain(get("/hinted/").replace("HTTP/1.1", "HTTP/1.0")))
                .startsWith("HTTP/1.1 200");
    }

    private static String until(Socket socket, String end) throws IOException {
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

    // Many.

    @Test
    void answersAThousandSlowViewsAtOnce() throws Exception {
        serve(options());
        var answered = new AtomicInteger();
        var done = new CountDownLatch(1000);
        long start = System.nanoTime();

        for (int i = 0; i < 1000; i++) {
            Thread.startVirtualThread(() -> {
                try {
                    if (plain(get("/sleeps/")).endsWith("slept")) {
                        answered.incrementAndGet();
                    }
                } catch (IOException failed) {
                    // counted below
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();

        assertThat(answered).hasValue(1000);
        // One after the other they would take a quarter of an hour.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/waits/", "/none/"})
    void answersHeadAsGetWithoutABody(String path) throws Exception {
        serve(options());

        String get = plain(get(path));
        String head = plain(get(path).replace("GET", "HEAD"));

        assertThat(head).startsWith(get.substring(0, 12)).endsWith("\r\n\r\n");
        assertThat(length(head)).isEqualTo(length(get));
    }

    private static String length(String answer) {
        int at = answer.indexOf("Content-Length:");
        return answer.substring(at, answer.indexOf('\r', at));
    }
}
