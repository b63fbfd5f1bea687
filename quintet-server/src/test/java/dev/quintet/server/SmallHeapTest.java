package dev.quintet.server;

import static dev.quintet.server.LoadTest.answer;
import static dev.quintet.server.LoadTest.connect;
import static dev.quintet.server.LoadTest.head;
import static dev.quintet.server.LoadTest.megabytes;
import static dev.quintet.server.LoadTest.request;
import static dev.quintet.server.LoadTest.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Uploads that are larger than the server's heap. {@link LoadTest} sends two gigabytes.
@EnabledOnOs(OS.LINUX)
class SmallHeapTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long SENT = 256 * MEGABYTE;
    private static final String START =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n";
    private static final String END = "\r\n--x--\r\n";

    @TempDir private Path folder;
    private LoadServer server;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.createFile(folder.resolve("nothing.bin"));
        server =
                LoadServer.start(
                        file, "-Xmx48m", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path temporary() throws IOException {
        return Files.createDirectories(folder.resolve("temporary"));
    }

    private long partFiles() throws IOException {
        try (Stream<Path> all = Files.list(temporary())) {
            return all.filter(each -> each.toString().endsWith(".part")).count();
        }
    }

    /// The server deletes what is left a moment after it answered.
    private void leavesNothing() throws Exception {
        for (int i = 0; i < 200 && partFiles() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(partFiles()).isZero();
    }

    private static String form(String path, long bytes) {
        return request(
                        "POST",
                        path,
                        "Content-Length: " + (bytes + START.length() + END.length()),
                        "Content-Type: multipart/form-data; boundary=x",
                        "Connection: close")
                + START;
    }

    @Test
    void takesAFileFiveTimesAsLargeAsItsHeap() throws Exception {
        try (Socket socket = connect(server)) {
            say(socket, form("/upload/", SENT));
            megabytes(socket.getOutputStream(), SENT);
            say(socket, END);

            assertThat(answer(socket)).isEqualTo("HTTP/1.1 200|" + SENT);
        }
        leavesNothing();
    }

    @Test
    void breaksOffKindlyAsSoonAsTheQuotaIsReached() throws Exception {
        var sent = new AtomicLong();
        try (Socket socket = connect(server)) {
            say(socket, form("/quota/", SENT).replace("Connection: close", "X-Is: a browser"));
            Thread sender =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    while (sent.get() < SENT) {
                                        megabytes(socket.getOutputStream(), MEGABYTE);
                                        sent.addAndGet(MEGABYTE);
                                    }
                                } catch (IOException brokenOff) {
                                    // That is what this is about.
                                }
                            });

            String head = head(socket.getInputStream());
            int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
            long atTheAnswer = sent.get();
            byte[] body = socket.getInputStream().readNBytes(length);

            assertThat(head).startsWith("HTTP/1.1 413");
            assertThat(new String(body, StandardCharsets.UTF_8))
                    .isEqualTo("Please send at most a megabyte.");
            // What lay in the buffers of the sockets besides.
            assertThat(atTheAnswer).isLessThan(SENT / 4);
            // A browser reads no answer before it has sent all: the rest is taken and thrown away.
            sender.join();
            assertThat(sent).hasValue(SENT);
        }
        leavesNothing();
        assertThat(server.alive()).isTrue();
    }

    @Test
    void leavesNothingOfAFileWhoseSenderGoesAway() throws Exception {
        try (Socket socket = connect(server)) {
            say(socket, form("/upload/", SENT));
            megabytes(socket.getOutputStream(), 20 * MEGABYTE);
            assertThat(partFiles()).isOne();
        }

        leavesNothing();
    }
}
