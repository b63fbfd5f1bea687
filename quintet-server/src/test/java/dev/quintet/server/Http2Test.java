package dev.quintet.server;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Router;
import dev.quintet.http.Routes;
import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP/2 frame by frame: many streams on one connection, and floods of them.
class Http2Test {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GO_AWAY = 7;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int REFUSED_STREAM = 7;
    private static final int ENHANCE_YOUR_CALM = 11;

    private static CountDownLatch door = new CountDownLatch(1);

    private HttpServer server;

    static Response waiting(Request request) throws InterruptedException {
        door.await();
        return Response.text("waited");
    }

    /// Works, and waits for nothing meanwhile.
    static Response busy(Request request) {
        long end = System.nanoTime() + 3_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return Response.text("worked");
    }

    static Response sleeping(Request request) throws InterruptedException {
        Thread.sleep(2500);
        return Response.text("slept");
    }

    static Response ticking(Request request) {
        return Response.events(events -> {
            events.send("first");
            door.await();
            events.send("last");
        });
    }

    static Response hinted(Request request) {
        request.hint("</static/site.css>; rel=preload; as=style");
        return Response.text("page");
    }

    @BeforeEach
    void starts() {
        door = new CountDownLatch(1);
        Routes routes =
                Routes.of(
                        path("", _ -> "hello"),
                        path("a", Http2Test::waiting),
                        path("b", Http2Test::busy),
                        path("c", Http2Test::sleeping),
                        path("d", Http2Test::ticking),
                        path("e", Http2Test::hinted));
        Settings settings =
                new Settings()
                        .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
                        .set(ServerSettings.HTTP_ACCESS_LOG, false);
        Context site = Context.of(settings, Apps.of(List.of()), Clock.systemUTC());
        server =
                HttpServer.start(
                        RequestPipeline.of(site, Router.of(routes)),
                        ServerOptions.of(settings)
                                .at("127.0.0.1", 0)
                                .timeouts(
                                        Duration.ofSeconds(20),
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(5)));
    }

    @AfterEach
    void stops() {
        door.countDown();
        server.close();
    }

    /// @param payload what it carries
    private record Frame(int type, int flags, int stream, byte[] payload) {

        int code(int at) {
            return ByteBuffer.wrap(payload).getInt(at);
        }
    }

    /// A connection that speaks HTTP/2 from its first byte.
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final DataOutputStream out;
        private final DataInputStream in;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
            in = new DataInputStream(socket.getInputStream());
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            send(SETTINGS, 0, 0);
            out.flush();
        }

        void send(int type, int flags, int stream, byte... payload) throws IOException {
            out.writeByte(payload.length >> 16);
            out.writeShort(payload.length);
            out.writeByte(type);
            out.writeByte(flags);
            out.writeInt(stream);
            out.write(payload);
        }

        /// Asks for a page by a GET.
        ///
        /// @param path of one character, or empty for the first page
        void get(int stream, String path) throws IOException {
            // From the table of HPACK: GET, http, and / or a path of its own; then a host.
            byte[] fields =
                    path.isEmpty()
                            ? new byte[] {(byte) 0x82, (byte) 0x86, (byte) 0x84, 0x01, 1, 'x'}
                            : new byte[] {
                                (byte) 0x82,
                                (byte) 0x86,
                                0x04,
                                2,
                                '/',
                                (byte) path.charAt(0),
                                0x01,
                                1,
                                'x'
                            };
            send(HEADERS, END_STREAM | END_HEADERS, stream, fields);
        }

        void flush() throws IOException {
            out.flush();
        }

        Frame next() throws IOException {
            int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt() & Integer.MAX_VALUE;
            return new Frame(type, flags, stream, in.readNBytes(length));
        }

        /// Reads until a page that goes on says this.
        void awaitText(String text) throws IOException {
            var said = new StringBuilder();
            while (said.indexOf(text) < 0) {
                Frame frame = next();
                if (frame.type() == DATA) {
                    assertThat(frame.flags() & END_STREAM).isZero();
                    said.append(new String(frame.payload(), StandardCharsets.UTF_8));
                }
            }
        }

        /// Reads until so many streams are answered to their end.
        void awaitEnds(int streams) throws IOException {
            for (int ended = 0; ended < streams; ) {
                Frame frame = next();
                assertThat(frame.type()).isNotIn(GO_AWAY, RST_STREAM);
                boolean carries = frame.type() == DATA || frame.type() == HEADERS;
                ended += carries && (frame.flags() & END_STREAM) != 0 ? 1 : 0;
            }
        }

        /// {@return the code with which the server ended the connection}
        int goodbye() throws IOException {
            while (true) {
                Frame frame = next();
                if (frame.type() == GO_AWAY) {
                    return frame.code(4);
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 100, 128})
    void answersManyStreamsOfAConnectionAgainAndAgain(int many) throws IOException {
        try (var connection = new Connection(server.port())) {
            int stream = 1;
            for (int round = 0; round < 40; round++) {
                for (int i = 0; i < many; i++, stream += 2) {
                    connection.get(stream, "");
                }
                connection.flush();
                connection.awaitEnds(many);
            }
        }
    }

    /// Each carrier of virtual threads could be kept at work by one connection alone.
    @Test
    void servesAllConnectionsWhereEachAloneKeepsItBusy() throws Exception {
        int many = 4 * Runtime.getRuntime().availableProcessors();
        var finished = new AtomicIntegerArray(many);
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int i = 0; i < many; i++) {
                int number = i;
                threads.submit(() -> {
                    try (var connection = new Connection(server.port())) {
                        int stream = 1;
                        for (int begun = 0; begun < 10; begun++, stream += 2) {
                            connection.get(stream, "b");
                        }
                        connection.flush();
                        while (minimum(finished) < 20) {
                            connection.awaitEnds(1);
                            finished.incrementAndGet(number);
                            connection.get(stream, "b");
                            connection.flush();
                            stream += 2;
                        }
                        return null;
                    }
                });
            }
        }

        // Where some have had twenty answers, none has had ten times as many.
        for (int i = 0; i < many; i++) {
            assertThat(finished.get(i)).isBetween(20, 200);
        }
    }

    private static int minimum(AtomicIntegerArray counts) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < counts.length(); i++) {
            least = Math.min(least, counts.get(i));
        }
        return least;
    }

    @Test
    void sendsEventsAsTheyHappen() throws IOException {
        try (var connection = new Connection(server.port())) {
            connection.get(1, "d");
            connection.flush();

            connection.awaitText("data: first\n\n");
            door.countDown();
            connection.awaitText("data: last\n\n");
            connection.awaitEnds(1);
        }
    }

    @Test
    void sendsHintsBeforeThePage() throws IOException {
        try (var connection = new Connection(server.port())) {
            connection.get(1, "e");
            connection.flush();

            var headers = new ArrayList<Frame>();
            for (Frame frame = connection.next(); frame.type() != DATA; frame = connection.next()) {
                if (frame.type() == HEADERS) {
                    headers.add(frame);
                }
            }
            assertThat(headers)
                    .hasSize(2)
                    .allSatisfy(frame -> assertThat(frame.flags() & END_STREAM).isZero());
        }
    }

    @Test
    void sendsAnAnswerThatTakesLongerThanAConnectionMayBeSilent() throws Exception {
        try (var connection = new Connection(server.port())) {
            connection.get(1, "c");
            connection.flush();

            connection.awaitEnds(1);
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("slept");
        }
    }

    @Test
    void refusesTheStreamsBeyondThoseThatItAllows() throws IOException {
        try (var connection = new Connection(server.port())) {
            for (int stream = 1; stream <= 2 * 130; stream += 2) {
                connection.get(stream, "a");
            }
            connection.flush();

            int refused = 0;
            while (refused < 2) {
                Frame frame = connection.next();
                if (frame.type() == RST_STREAM) {
                    assertThat(frame.code(0)).isEqualTo(REFUSED_STREAM);
                    refused++;
                }
            }
            door.countDown();
            connection.awaitEnds(128);
        }
    }

    @Test
    void endsAConnectionWhoseStreamsAreResetAsSoonAsTheyBegin() throws IOException {
        try (var connection = new Connection(server.port())) {
            assertThat(
                            endOf(
                                    connection,
                                    stream -> {
                                        connection.get(stream, "");
                                        connection.send(
                                                RST_STREAM,
                                                0,
                                                stream,
                                                (byte) 0,
                                                (byte) 0,
                                                (byte) 0,
                                                (byte) 8);
                                    }))
                    .isEqualTo(ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void endsAConnectionThatPingsWithoutEnd() throws IOException {
        try (var connection = new Connection(server.port())) {
            assertThat(endOf(connection, _ -> connection.send(PING, 0, 0, new byte[8])))
                    .isEqualTo(ENHANCE_YOUR_CALM);
        }
    }

    @Test
    void endsAConnectionThatChangesItsSettingsWithoutEnd() throws IOException {
        try (var connection = new Connection(server.port())) {
            assertThat(endOf(connection, _ -> connection.send(SETTINGS, 0, 0)))
                    .isEqualTo(ENHANCE_YOUR_CALM);
        }
    }

    @FunctionalInterface
    private interface Step {
        void take(int stream) throws IOException;
    }

    /// Does the same ten thousand times, or until the server has had enough.
    private static int endOf(Connection connection, Step step) throws IOException {
        try {
            for (int stream = 1; stream < 20_000; stream += 2) {
                step.take(stream);
            }
            connection.flush();
        } catch (SocketException ended) {
            // What it said before is still to be read.
        }
        try {
            return connection.goodbye();
        } catch (EOFException | SocketException endedWithoutAWord) {
            return ENHANCE_YOUR_CALM;
        }
    }
}
