package records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.server.ServerOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many visitors, each on a virtual thread, over few threads of the system.
class VisitorsAtOnceTest {

    private static final int VISITORS = 300;
    private static final List<String> PAGES = List.of("/", "/albums/", "/artists/", "/albums/1/");

    @TempDir private static Path folder;

    @Test
    void neverPinAThreadOfTheSystem() throws Exception {
        String url = "sqlite:" + folder.resolve("shop.db");
        RunningSite site =
                new Records()
                        .start(
                                SettingsSources.ofProcess(List.of()),
                                settings -> settings.database(url));
        ServerOptions options =
                ServerOptions.of(site.context().settings()).at("127.0.0.1", 0).accessLog(false);
        Queue<RecordedEvent> pinned = new ConcurrentLinkedQueue<>();
        List<String> answers = new ArrayList<>();
        try (Serving serving = Serving.start(site, options);
                var recording = new RecordingStream();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int port = URI.create(serving.address()).getPort();
            for (String page : PAGES) {
                visit(port, page); // classes are made ready, which does pin
            }
            recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
            recording.onEvent("jdk.VirtualThreadPinned", pinned::add);
            recording.startAsync();
            List<Future<String>> visits = new ArrayList<>();
            for (int i = 0; i < VISITORS; i++) {
                String page = PAGES.get(i % PAGES.size());
                visits.add(threads.submit(() -> visit(port, page)));
            }
            for (Future<String> visit : visits) {
                answers.add(visit.get());
            }
            recording.stop();
        }

        assertThat(answers).hasSize(VISITORS).containsOnly("HTTP/1.1 200 OK");
        assertThat(pinned).isEmpty();
    }

    private static String visit(int port, String page) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            String question =
                    "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
