package dev.quintet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.club.Club;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.orm.OrmSettings;
import dev.quintet.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a load balancer is told of a site whose database comes and goes.
class ReadinessTest {

    @TempDir private Path folder;
    private final Moody database = new Moody();
    private Serving serving;

    /// Opens connections, or fails.
    private final class Moody implements DataSource {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile @Nullable String broken;

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            String why = broken;
            if (why != null) {
                throw new SQLException(why);
            }
            return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("club.db"));
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(System.err, true);
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("It wraps nothing.");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    @BeforeEach
    void starts() {
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", "x".repeat(50)), List.of());
        RunningSite site =
                new Club("sqlite:" + folder.resolve("club.db"))
                        .start(
                                sources,
                                settings ->
                                        settings.with(
                                                OrmSettings.DATA_SOURCES,
                                                Map.of("default", database)));
        ServerOptions options = ServerOptions.of(site.context().settings()).at("127.0.0.1", 0);
        serving = Serving.start(site, options.health("/-/health", Duration.ZERO).ready("/-/ready"));
    }

    @AfterEach
    void stops() {
        serving.close();
    }

    @Test
    void isNotReadyWhileItsDatabaseDoesNotAnswerButLives() throws Exception {
        assertThat(asked("/-/ready")).startsWith("HTTP/1.1 200").endsWith("ok\n");

        database.broken = "the password is s3cret";

        assertThat(until("/-/ready", "HTTP/1.1 503"))
                .endsWith("not ready\n")
                .doesNotContain("s3cret");
        assertThat(asked("/-/health")).startsWith("HTTP/1.1 200");

        database.broken = null;

        assertThat(until("/-/ready", "HTTP/1.1 200")).endsWith("ok\n");
    }

    @Test
    void looksOnceASecondHoweverOftenItIsAsked() throws Exception {
        asked("/-/ready");
        int before = database.asked.get();
        long begin = System.nanoTime();

        for (int i = 0; i < 200; i++) {
            asked("/-/ready");
        }

        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        assertThat(database.asked.get() - before).isLessThanOrEqualTo((int) seconds + 1);
    }

    private String until(String path, String start) throws Exception {
        String answer = "";
        for (int i = 0; i < 100 && !answer.startsWith(start); i++) {
            answer = asked(path);
            Thread.sleep(50);
        }
        assertThat(answer).startsWith(start);
        return answer;
    }

    /// By an address, as load balancers do: its name is none of `ALLOWED_HOSTS`.
    private String asked(String path) throws IOException {
        int port = URI.create(serving.address()).getPort();
        try (var socket = new Socket("127.0.0.1", port)) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: 10.1.2.3\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
