package dev.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Much at once, for long, and from clients that mean no good: against a server in a process of its
/// own. It prints what it measured.
@Tag("full")
@EnabledOnOs(OS.LINUX)
class LoadTest {

    private static final long TWO_GIGABYTES = 2L << 30;
    private static final int SOAK_SECONDS = Integer.getInteger("quintet.soak.seconds", 600);

    @TempDir private Path folder;

    private LoadServer start(long fileSize, String... flags) throws IOException {
        Path file = folder.resolve("large.bin");
        try (var empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(fileSize);
        }
        return LoadServer.start(file, flags);
    }

    static Socket connect(LoadServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port);
        socket.setSoTimeout(120_000);
        return socket;
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    static String request(String method, String path, String... headers) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + String.join("", List.of(headers).stream().map(each -> each + "\r\n").toList())
                + "\r\n";
    }

    static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.append((char) c);
        }
        return head.toString();
    }

    static String answer(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        String body = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return head.substring(0, Math.min(12, head.length())) + "|" + body;
    }

    static void megabytes(OutputStream out, long bytes) throws IOException {
        byte[] piece = new byte[1 << 20];
        for (long left = bytes; left > 0; left -= piece.length) {
            out.write(piece, 0, (int) Math.min(left, piece.length));
        }
    }

    private static void report(String what, LoadServer server) throws IOException {
        System.out.printf(
                "LoadTest: %s: %d MiB resident, %d handles%n",
                what, server.memory() >> 20, server.handles());
    }

    @Test
    void takesAndSendsTwoGigabytesInASmallHeap() throws IOException {
        try (LoadServer server = start(TWO_GIGABYTES, "-Xmx64m", "-XX:+UseSerialGC")) {
            try (Socket socket = connect(server)) {
                say(
                        socket,
                        request(
                                "POST",
                                "/sink/",
                                "Content-Length: " + TWO_GIGABYTES,
                                "Connection: close"));
                megabytes(socket.getOutputStream(), TWO_GIGABYTES);
                assertThat(answer(socket)).isEqualTo("HTTP/1.1 200|" + TWO_GIGABYTES);
            }
            report("2 GiB taken as a stream", server);
            String start =
                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n";
            String end = "\r\n--x--\r\n";
            long length = TWO_GIGABYTES + start.length() + end.length();
            try (Socket socket = connect(server)) {
                say(
                        socket,
                        request(
                                        "POST",
                                        "/upload/",
                                        "Content-Length: " + length,
                                        "Content-Type: multipart/form-data; boundary=x",
                                        "Connection: close")
                                + start);
                megabytes(socket.getOutputStream(), TWO_GIGABYTES);
                say(socket, end);
                assertThat(answer(socket)).isEqualTo("HTTP/1.1 200|" + TWO_GIGABYTES);
            }
            report("2 GiB taken as a form's file", server);
            for (String path : List.of("/file/", "/stream/" + TWO_GIGABYTES + "/")) {
                try (Socket socket = connect(server)) {
                    say(socket, request("GET", path, "Connection: close"));
                    assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
                    long got = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                    assertThat(got).isGreaterThanOrEqualTo(TWO_GIGABYTES);
                }
                report("2 GiB sent from " + path, server);
            }
            assertThat(server.alive()).isTrue();
        }
    }

    @Test
    void answersFiveThousandAtOnceThatEachSleepASecond() throws Exception {
        int many = 5000;
        try (LoadServer server = start(1, "-Xmx256m", "-XX:+UseSerialGC");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var connected = new CountDownLatch(many);
            var go = new CountDownLatch(1);
            var all = new ArrayList<Future<String>>();
            for (int i = 0; i < many; i++) {
                all.add(
                        threads.submit(() -> {
                            try (Socket socket = connect(server)) {
                                connected.countDown();
                                go.await();
                                say(socket, request("GET", "/slow/", "Connection: close"));
                                return head(socket.getInputStream()).substring(0, 12);
                            }
                        }));
            }
            connected.await();
            report(many + " idle connections", server);
            long from = System.nanoTime();
            go.countDown();
            for (Future<String> each : all) {
                assertThat(each.get()).isEqualTo("HTTP/1.1 200");
            }
            double seconds = (System.nanoTime() - from) / 1e9;
            System.out.printf("LoadTest: %d requests of 1 s each took %.2f s%n", many, seconds);
            // Two hundred threads of the old kind would need 25 seconds.
            assertThat(seconds).isLessThan(10);
            report("after them", server);
        }
    }

    /// Clients that ask, that break off in the middle of asking and of reading, and that talk, for
    /// ten minutes; the memory of the second half is that of the first.
    @Test
    void staysAsLargeAsItIsWhileClientsComeAndBreakOff() throws Exception {
        try (LoadServer server = start(64 << 20, "-Xmx128m", "-XX:+UseSerialGC");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long end = System.nanoTime() + SOAK_SECONDS * 1_000_000_000L;
            var done = new LongAdder();
            var all = new ArrayList<Future<Void>>();
            for (int i = 0; i < 40; i++) {
                var random = new Random(i);
                Callable<Void> client =
                        () -> {
                            while (System.nanoTime() < end) {
                                misbehave(server, random);
                                done.increment();
                            }
                            return null;
                        };
                all.add(threads.submit(client));
            }
            Thread.sleep(SOAK_SECONDS * 500L);
            report("half of the soak", server);
            long half = server.memory();
            for (Future<Void> each : all) {
                each.get();
            }
            report("soak of " + SOAK_SECONDS + " s, " + done + " visits", server);
            try (Socket socket = connect(server)) {
                say(socket, request("GET", "/", "Connection: close"));
                assertThat(answer(socket)).isEqualTo("HTTP/1.1 200|hello");
            }
            assertThat(server.memory()).isLessThan(half + (48 << 20));
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (server.handles() > 100 && System.nanoTime() < deadline) {
                Thread.sleep(200);
            }
            assertThat(server.handles()).isLessThanOrEqualTo(100);
        }
    }

    private static void misbehave(LoadServer server, Random random) throws Exception {
        try (Socket socket = connect(server)) {
            switch (random.nextInt(8)) {
                case 0 -> say(socket, "GET / HTTP/1.1\r\nHost: 127.");
                case 1 -> {
                    say(socket, request("POST", "/sink/", "Content-Length: 1000000"));
                    megabytes(socket.getOutputStream(), random.nextInt(500_000));
                }
                case 2 -> {
                    say(socket, request("GET", "/file/"));
                    socket.getInputStream().readNBytes(random.nextInt(200_000));
                    socket.setSoLinger(true, 0);
                }
                case 3 -> {
                    say(socket, request("GET", "/stream/50000000/"));
                    socket.getInputStream().readNBytes(random.nextInt(200_000));
                }
                case 4 -> say(socket, request("GET", "/slow/"));
                case 5 -> {
                    say(
                            socket,
                            request(
                                    "GET",
                                    "/talk/",
                                    "Upgrade: websocket",
                                    "Connection: Upgrade",
                                    "Sec-WebSocket-Version: 13",
                                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
                    assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 101");
                    socket.getOutputStream()
                            .write(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, 'h', 'i'});
                    assertThat(socket.getInputStream().readNBytes(4)).endsWith('h', 'i');
                }
                default -> {
                    for (int i = 0; i < 20; i++) {
                        say(socket, request("GET", "/"));
                        assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
                        assertThat(socket.getInputStream().readNBytes(5)).hasSize(5);
                    }
                }
            }
        } catch (IOException brokenOff) {
            assertThat(server.alive()).isTrue();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private static void need(String program) {
        boolean there =
                List.of(System.getenv("PATH").split(":", -1)).stream()
                        .anyMatch(each -> Path.of(each, program).toFile().canExecute());
        assumeTrue(there, program + " is missing: scripts/services --tools installs it");
    }

    @Test
    void closesTheConnectionsOfSlowClients() throws Exception {
        need("slowhttptest");
        try (LoadServer server = start(1, "-Xmx128m", "-XX:+UseSerialGC")) {
            String url = "http://127.0.0.1:" + server.port + "/";
            for (String attack : List.of("-H", "-B", "-X")) {
                String address = attack.equals("-B") ? url + "sink/" : url;
                String out =
                        run(
                                "slowhttptest",
                                attack,
                                "-c",
                                "1000",
                                "-r",
                                "200",
                                "-i",
                                "10",
                                "-l",
                                "60",
                                "-p",
                                "3",
                                "-u",
                                address);
                System.out.println("LoadTest: slowhttptest " + attack + ":" + lastStatus(out));
                assertThat(lastStatus(out)).contains("service available: YES");
                report("after it", server);
            }
        }
    }

    /// The last of the blocks that it prints again and again.
    private static String lastStatus(String out) {
        String plain = out.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
        int from = plain.lastIndexOf("initializing:");
        return from < 0 ? plain : plain.substring(from).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource({
        "200000, 100, 20, http, /",
        "100000, 10, 50, http, /",
        "100000, 10, 100, https, /",
        "2000, 40, 50, https, /busy/",
    })
    void answersManyStreamsOfHttp2(
            int requests, int connections, int streams, String scheme, String path)
            throws Exception {
        need("h2load");
        try (LoadServer server = start(1, "-Xmx256m", "-XX:+UseSerialGC")) {
            int port = scheme.equals("http") ? server.port : server.tlsPort;
            String out =
                    run(
                            "h2load",
                            "-n",
                            Integer.toString(requests),
                            "-c",
                            Integer.toString(connections),
                            "-m",
                            Integer.toString(streams),
                            scheme + "://127.0.0.1:" + port + path);
            System.out.println(
                    "LoadTest: h2load: "
                            + out.lines().filter(line -> line.startsWith("finished in")).toList()
                            + out.lines().filter(line -> line.startsWith("requests:")).toList());
            assertThat(out).contains(requests + " succeeded, 0 failed, 0 errored, 0 timeout");
            report("after it", server);
        }
    }
}
