package dev.quintet.server;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Middleware;
import dev.quintet.http.PermissionDenied;
import dev.quintet.http.Request;
import dev.quintet.http.RequestKey;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.http.WebSocket;
import dev.quintet.http.WebSocketOptions;
import dev.quintet.http.WebSockets;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Cancellation;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSocketTest {

    private static final RequestKey<String> WHO = RequestKey.named("who");
    private static final BlockingQueue<Object> TOLD = new LinkedBlockingQueue<>();
    private static volatile CountDownLatch goOn = new CountDownLatch(1);

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private HttpServer server;

    static Response echo(Request request) {
        return WebSockets.accept(
                request,
                socket -> {
                    for (var said = socket.receive(); said != null; said = socket.receive()) {
                        switch (said) {
                            case WebSocket.Text(String text) -> socket.send("You said " + text);
                            case WebSocket.Binary(byte[] bytes) -> socket.send(bytes);
                        }
                    }
                    TOLD.add(socket.closed());
                });
    }

    static Response who(Request request) {
        return WebSockets.accept(
                request,
                socket -> {
                    socket.send(
                            request.attribute(WHO)
                                    + Request.current().orElseThrow().path()
                                    + socket.request().query().get("a"));
                });
    }

    static Response room(Request request, long number) {
        return WebSockets.accept(request, socket -> socket.send("Room " + (number + 1)));
    }

    static Response chat(Request request) {
        WebSocketOptions options =
                WebSocketOptions.of(new Settings()).protocols("chat.v2", "chat.v1");
        return WebSockets.accept(request, options, socket -> socket.send(socket.protocol()));
    }

    static Response fails(Request request) {
        return WebSockets.accept(
                request,
                _ -> {
                    throw new IllegalStateException("secret");
                });
    }

    static Response small(Request request) {
        WebSocketOptions options = WebSocketOptions.of(new Settings()).maxMessageBytes(1000);
        return WebSockets.accept(
                request,
                options,
                socket -> {
                    socket.receive();
                    socket.receive();
                });
    }

    static Response slow(Request request) {
        return WebSockets.accept(
                request,
                socket -> {
                    goOn.await();
                    int count = 0;
                    while (socket.receive() instanceof WebSocket.Binary) {
                        count++;
                    }
                    TOLD.add(count);
                });
    }

    static Response impatient(Request request) {
        return pinged(request, Duration.ofMillis(100));
    }

    static Response patient(Request request) {
        return pinged(request, Duration.ofSeconds(20));
    }

    private static Response pinged(Request request, Duration within) {
        WebSocketOptions options =
                WebSocketOptions.of(new Settings()).pings(Duration.ofMillis(100), within);
        return WebSockets.accept(
                request,
                options,
                socket -> {
                    var cancelled = new AtomicInteger();
                    Cancellation.current().onCancel(cancelled::incrementAndGet);
                    socket.receive();
                    TOLD.add(socket.closed().code() + " " + cancelled);
                });
    }

    @BeforeEach
    void serve() {
        TOLD.clear();
        goOn = new CountDownLatch(1);
        Routes routes =
                Routes.of(
                        path("echo/", WebSocketTest::echo),
                        path("who/", WebSocketTest::who),
                        path("room/<int:number>/", WebSocketTest::room),
                        path("chat/", WebSocketTest::chat),
                        path("fails/", WebSocketTest::fails),
                        path("small/", WebSocketTest::small),
                        path("slow/", WebSocketTest::slow),
                        path("impatient/", WebSocketTest::impatient),
                        path("patient/", WebSocketTest::patient));
        Settings settings =
                new Settings()
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("127.0.0.1"))
                        .set(
                                HttpSettings.CSRF_TRUSTED_ORIGINS,
                                List.of("https://*.friends.example"));
        Middleware guard =
                (request, next) -> {
                    if (request.query().get("token", "").equals("none")) {
                        throw new PermissionDenied("Not for you.");
                    }
                    return next.handle(request.with(WHO, "Ada"));
                };
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        server =
                HttpServer.start(
                        RequestPipeline.of(site, Router.of(routes)).with(List.of(guard)),
                        ServerOptions.of(new Settings()).at("127.0.0.1", 0).accessLog(false));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private URI address(String path) {
        return URI.create("ws://127.0.0.1:" + server.port() + path);
    }

    /// Puts what it hears into {@link #heard}.
    private final class Ear implements java.net.http.WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(
                java.net.http.WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(
                java.net.http.WebSocket socket, ByteBuffer data, boolean last) {
            heard.add(data.remaining() + " bytes" + (last ? "" : "..."));
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(java.net.http.WebSocket socket, int code, String reason) {
            heard.add(code + reason);
            return null;
        }
    }

    private java.net.http.WebSocket open(String path, String... protocols) {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (protocols.length > 0) {
            builder.subprotocols(
                    protocols[0], java.util.Arrays.copyOfRange(protocols, 1, protocols.length));
        }
        return builder.buildAsync(address(path), new Ear()).join();
    }

    private String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    private static Object told() throws InterruptedException {
        return TOLD.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void talksInBothDirections() throws Exception {
        var socket = open("/echo/");

        socket.sendText("Grü", false).join();
        socket.sendText("ße", true).join();
        assertThat(next()).isEqualTo("You said Grüße");
        socket.sendBinary(ByteBuffer.wrap(new byte[300]), true).join();
        assertThat(next()).isEqualTo("300 bytes");
        socket.sendText("x".repeat(200_000), true).join();
        assertThat(next()).hasSize(200_009);
        socket.sendClose(4001, "enough").join();
        assertThat(told()).isEqualTo(new WebSocket.Closed(4001, "enough"));
        assertThat(next()).startsWith("4001");
    }

    @Test
    void goesThroughTheMiddlewareOfPages() throws Exception {
        open("/who/?a=1");

        assertThat(next()).isEqualTo("Ada/who/1");
        assertThat(next()).isEqualTo("1000");
        assertRefused("/who/?token=none", 403);
    }

    private void assertRefused(String path, int status) {
        assertThatThrownBy(() -> open(path))
                .isInstanceOfSatisfying(
                        CompletionException.class,
                        thrown ->
                                assertThat(
                                                ((WebSocketHandshakeException) thrown.getCause())
                                                        .getResponse()
                                                        .statusCode())
                                        .isEqualTo(status));
    }

    @Test
    void takesValuesFromItsPathAndRefusesAPathThatIsNotThere() throws Exception {
        open("/room/41/");

        assertThat(next()).isEqualTo("Room 42");
        assertRefused("/room/attic/", 404);
        assertRefused("/nowhere/", 404);
    }

    @Test
    void agreesOnAProtocol() throws Exception {
        open("/chat/", "chat.v1", "chat.v2");
        assertThat(next()).isEqualTo("chat.v2");
        assertThat(next()).isEqualTo("1000");
        open("/chat/");
        assertThat(next()).isEmpty();
    }

    @Test
    void tellsTheClientThatItFailedAndNothingElse() throws Exception {
        open("/fails/");

        assertThat(next()).isEqualTo("1011");
    }

    @Test
    void refusesPagesOfOtherSites() throws Exception {
        assertThat(handshake("https://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(handshake("null")).startsWith("HTTP/1.1 403");
        assertThat(handshake("https://127.0.0.1:" + server.port())).startsWith("HTTP/1.1 403");
        assertThat(handshake("https://my.friends.example")).startsWith("HTTP/1.1 101");
        assertThat(handshake("http://127.0.0.1:" + server.port())).startsWith("HTTP/1.1 101");
    }

    @Test
    void answers426WhereAPageIsAskedFor() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + server.port()
                                                                + "/echo/"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Upgrade")).hasValue("websocket");
    }

    @Test
    void endsWithMessagesThatAreTooLongInOnePieceOrInMany() throws Exception {
        open("/small/").sendText("x".repeat(1001), true).join();
        assertThat(next()).startsWith("1009");
        var pieces = open("/small/");
        for (int i = 0; i < 11; i++) {
            pieces.sendText("x".repeat(100), false).join();
        }
        assertThat(next()).startsWith("1009");
    }

    @Test
    void endsWithTextThatIsNoUtf8() throws Exception {
        try (SocketChannel raw = raw("/small/", null)) {
            raw.write(frame(0x81, new byte[] {(byte) 0xc3, 0x28}));

            assertThat(closeCode(raw)).isEqualTo(1007);
        }
    }

    @Test
    void endsWithFramesThatAreNotMasked() throws Exception {
        try (SocketChannel raw = raw("/small/", null)) {
            raw.write(ByteBuffer.wrap(new byte[] {(byte) 0x81, 1, 'x'}));

            assertThat(closeCode(raw)).isEqualTo(1002);
        }
    }

    @Test
    void answersPings() throws Exception {
        try (SocketChannel raw = raw("/small/", null)) {
            raw.write(frame(0x89, "here?".getBytes(StandardCharsets.US_ASCII)));
            var in = new DataInputStream(raw.socket().getInputStream());

            assertThat(in.readUnsignedByte()).isEqualTo(0x8a);
            assertThat(in.readNBytes(in.readUnsignedByte())).asString().isEqualTo("here?");
        }
    }

    @Test
    void makesAClientWaitWhoseMessagesAreNotRead() throws Exception {
        try (SocketChannel raw = raw("/slow/", null)) {
            raw.configureBlocking(false);
            int whole = 0;
            ByteBuffer message = frame(0x82, new byte[60_000]);
            long refused = 0;
            while (refused < 50) {
                if (raw.write(message) == 0) {
                    refused++;
                    Thread.sleep(10);
                } else {
                    refused = 0;
                }
                if (!message.hasRemaining()) {
                    whole++;
                    message.rewind();
                    // What the network itself holds is a few megabytes.
                    assertThat(whole).isLessThan(1000);
                }
            }
            goOn.countDown();
            raw.configureBlocking(true);
            while (message.position() > 0 && message.hasRemaining()) {
                raw.write(message);
                whole += message.hasRemaining() ? 0 : 1;
            }
            raw.write(frame(0x88, new byte[] {3, (byte) 0xe8}));

            assertThat(told()).isEqualTo(whole);
        }
    }

    @Test
    void givesUpAClientThatAnswersNoPing() throws Exception {
        try (SocketChannel raw = raw("/impatient/", null)) {
            assertThat(told()).isEqualTo("1006 1");
            assertThat(raw.isOpen()).isTrue();
        }
    }

    @Test
    void keepsAClientThatAnswersPings() throws Exception {
        var socket = open("/patient/");
        Thread.sleep(600);
        assertThat(TOLD).isEmpty();
        socket.sendClose(1000, "").join();

        assertThat(told()).isEqualTo("1000 1");
    }

    @Test
    void saysGoodByeWhenTheServerStops() throws Exception {
        open("/echo/").sendText("hello", true).join();
        assertThat(next()).isEqualTo("You said hello");
        server.close();

        assertThat(next()).startsWith("1001");
        assertThat(told()).isInstanceOf(WebSocket.Closed.class);
    }

    private String handshake(String origin) throws IOException {
        try (SocketChannel raw = connect("/echo/", origin)) {
            return new BufferedReader(
                            new InputStreamReader(
                                    raw.socket().getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private SocketChannel raw(String path, String origin) throws IOException {
        SocketChannel raw = connect(path, origin);
        var in = raw.socket().getInputStream();
        int ends = 0;
        while (ends < 4) {
            int c = in.read();
            ends = c == '\r' || c == '\n' ? ends + 1 : 0;
        }
        return raw;
    }

    private SocketChannel connect(String path, String origin) throws IOException {
        SocketChannel raw = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
        raw.socket().setSoTimeout(20_000);
        String head =
                "GET "
                        + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + server.port()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + (origin == null ? "" : "Origin: " + origin + "\r\n")
                        + "\r\n";
        raw.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        return raw;
    }

    /// A frame of a client, whose mask changes nothing.
    private static ByteBuffer frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }

    private static int closeCode(SocketChannel raw) throws IOException {
        var in = new DataInputStream(raw.socket().getInputStream());
        assertThat(in.readUnsignedByte()).isEqualTo(0x88);
        in.readUnsignedByte();
        return in.readUnsignedShort();
    }
}
