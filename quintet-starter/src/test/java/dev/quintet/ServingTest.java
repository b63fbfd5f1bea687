package dev.quintet;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.quintet.club.Club;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Parallel;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.server.ServerOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class ServingTest {

    @TempDir private Path folder;

    @Test
    void answersOverASocket() throws IOException {
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", "x".repeat(50)), List.of());
        var club = new Club("sqlite:" + folder.resolve("club.db"));
        RunningSite site = club.start(sources, UnaryOperator.identity());
        Commands.call(site.context(), "migrate");
        ServerOptions options = ServerOptions.of(site.context().settings());

        try (Serving serving = Serving.start(site, options.at("127.0.0.1", 0))) {
            assertThat(serving.address()).matches("http://localhost:\\d+/");
            assertThat(asked(serving.address(), "/"))
                    .startsWith("HTTP/1.1 200")
                    .contains("None yet.");
            // A path that cannot be read is refused before any view sees it.
            assertThat(asked(serving.address(), "/%zz")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void rehearsesAStartAndAFirstVisitorWithoutATable() {
        var sources =
                new SettingsSources(
                        folder,
                        Map.of("SECRET_KEY", "x".repeat(50), "HTTP_HOST", "0.0.0.0"),
                        List.of());
        var club = new Club("sqlite:" + folder.resolve("club.db"));

        try (RunningSite site = club.start(sources, UnaryOperator.identity())) {
            Commands.Result result = Commands.call(site.context(), "serve", "--rehearse");

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).startsWith("Rehearsed: the front page, and ");
        }
    }

    /// A site that does two things at once, and logs both.
    private static final class Busy extends Site {
        @Override
        protected void settings(Settings settings) {}

        @Override
        protected Routes routes() {
            return Routes.of(path("", Busy::page));
        }

        static Response page(Request request) {
            LOG.info("page");
            try (var parallel = Parallel.open()) {
                parallel.fork(() -> said("weather"));
                parallel.fork(() -> said("news"));
                parallel.join();
            }
            return Response.text("done");
        }

        private static String said(String what) {
            LOG.info(what);
            return what;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger("busy");

    @Test
    void namesTheRequestInEachLineThatItLogsOnWhateverThread() {
        Set<String> lines = ConcurrentHashMap.newKeySet();
        var appender =
                new AppenderBase<ILoggingEvent>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        lines.add(
                                event.getMessage()
                                        + " "
                                        + event.getMDCPropertyMap().get("request_id"));
                    }
                };
        appender.start();
        var logger = (ch.qos.logback.classic.Logger) LOG;
        logger.addAppender(appender);
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", "x".repeat(50)), List.of());
        try (RunningSite site = new Busy().start(sources, UnaryOperator.identity())) {
            site.pipeline()
                    .handle(
                            RequestBuilder.get("/")
                                    .header("Host", "localhost")
                                    .header("X-Request-ID", "edge-7")
                                    .build());
        } finally {
            logger.detachAppender(appender);
        }

        assertThat(lines).containsExactlyInAnyOrder("page edge-7", "weather edge-7", "news edge-7");
    }

    private static String asked(String address, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
