package dev.quintet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.quintet.club.Club;
import dev.quintet.http.Middleware;
import dev.quintet.http.RequestBuilder;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.settings.SettingsSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// What is logged where `LOG_FORMAT=json`.
class JsonLinesTest {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("json.lines");

    @TempDir private Path folder;
    private final JsonLines lines = new JsonLines();

    @Test
    void areAnObjectALineWithTheRequestItsRouteAndHowLongItTook() {
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", "x".repeat(50)), List.of());
        var club = new Club("sqlite:" + folder.resolve("club.db"));

        List<String> written;
        try (RunningSite site = club.start(sources, UnaryOperator.identity())) {
            var all = new ArrayList<Middleware>(List.of(new AccessLog()));
            all.addAll(site.pipeline().middleware());
            written =
                    logged(
                            "quintet.access",
                            _ ->
                                    site.pipeline()
                                            .with(all)
                                            .handle(
                                                    RequestBuilder.get("/away/?token=s3cret")
                                                            .header("Host", "localhost")
                                                            .header("X-Request-ID", "edge-7")
                                                            .build()));
        }

        assertThat(written)
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("}\n").doesNotContain("s3cret"))
                .satisfies(line ->
                        assertThat(parsed(line))
                                .containsEntry("level", "INFO")
                                .containsEntry("logger", "quintet.access")
                                .containsEntry("request_id", "edge-7")
                                .containsEntry("method", "GET")
                                .containsEntry("path", "/away/")
                                .containsEntry("route", "/away/")
                                .containsKeys("time", "message", "client")
                                .hasEntrySatisfying(
                                        "status",
                                        status -> assertThat(status).isInstanceOf(Number.class))
                                .hasEntrySatisfying(
                                        "duration_ms",
                                        took -> assertThat(took).isInstanceOf(Number.class)));
    }

    @Test
    void maskWhatIsNamedLikeASecret() {
        List<String> written =
                logged(
                        "json.lines",
                        _ -> {
                            MDC.put("api_key", "s3cret");
                            try {
                                LOG.info("hello");
                            } finally {
                                MDC.remove("api_key");
                            }
                        });

        assertThat(written).singleElement().asString().contains("api_key").doesNotContain("s3cret");
    }

    @Test
    void keepAnEventOnOneLineWhateverItSays() {
        List<String> written =
                logged(
                        "json.lines",
                        _ ->
                                LOG.error(
                                        "a\n{\"level\":\"INFO\"}\r\nb\u0085c",
                                        new IllegalStateException("of no use\nat all")));

        assertThat(written)
                .singleElement()
                .satisfies(line -> assertThat(line.strip().lines()).hasSize(1))
                .satisfies(line ->
                        assertThat(parsed(line))
                                .containsEntry("message", "a\n{\"level\":\"INFO\"}\r\nb\u0085c")
                                .containsEntry("error", "java.lang.IllegalStateException")
                                .hasEntrySatisfying(
                                        "stack",
                                        stack ->
                                                assertThat(stack)
                                                        .asString()
                                                        .contains("JsonLinesTest")));
    }

    private static Map<String, Object> parsed(String line) {
        @SuppressWarnings("unchecked")
        var members = (Map<String, Object>) Objects.requireNonNull(Json.parse(line));
        return members;
    }

    /// What the events of a logger are as lines.
    private List<String> logged(String logger, Consumer<String> work) {
        var written = new ArrayList<String>();
        var appender =
                new AppenderBase<ILoggingEvent>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        written.add(new String(lines.encode(event), StandardCharsets.UTF_8));
                    }
                };
        appender.start();
        var logback = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(logger);
        logback.addAppender(appender);
        try {
            work.accept(logger);
        } finally {
            logback.detachAppender(appender);
        }
        return written;
    }
}
