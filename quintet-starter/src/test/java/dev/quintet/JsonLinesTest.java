package dev.quintet;

import static dev.quintet.http.Routes.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.User;
import dev.quintet.club.Club;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Middleware;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.RequestPipeline;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.context.LogFields;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.migrations.Migrator;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// What is logged where `LOG_FORMAT=json`.
class JsonLinesTest {

    private static final Logger LOG = LoggerFactory.getLogger("json.lines");

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

    private static final class Members extends Site {

        @Override
        protected void settings(Settings settings) {
            settings.apps(ContentTypesApp.class, AuthApp.class).secretKey("x".repeat(50));
        }

        @Override
        protected Routes routes() {
            return Routes.of(path("in/", Members::in));
        }

        private static Response in(Request request) {
            Auth.login(request, User.create("ada", "ada@example.com", "only for a test"));
            LogFields.put("tenant", "acme");
            LOG.info("one is in");
            return Response.text("in");
        }
    }

    @Test
    void sayWhoMakesTheRequestOnceThatIsKnownAndWhatElseWasNoted() {
        var sources =
                new SettingsSources(
                        folder,
                        Map.of("DATABASE_URL", "sqlite:" + folder.resolve("members.db")),
                        List.of());
        var written = new ArrayList<String>();

        try (RunningSite site = new Members().start(sources, UnaryOperator.identity())) {
            Migrator.of(site.context()).migrate();
            var all = new ArrayList<Middleware>(List.of(new AccessLog()));
            all.addAll(site.pipeline().middleware());
            RequestPipeline logging = site.pipeline().with(all);
            written.addAll(
                    logged(
                            Logger.ROOT_LOGGER_NAME,
                            _ -> {
                                logging.handle(request("/in/"));
                                logging.handle(request("/nowhere/"));
                            }));
        }

        assertThat(written.stream().map(JsonLinesTest::parsed).filter(JsonLinesTest::isOfARequest))
                .extracting(line -> line.get("user_id"), line -> line.get("tenant"))
                .containsExactly(tuple("1", "acme"), tuple("1", "acme"), tuple(null, null));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    private static boolean isOfARequest(Map<String, Object> line) {
        return line.containsKey("tenant") || "quintet.access".equals(line.get("logger"));
    }

    private static Request request(String path) {
        return RequestBuilder.get(path).header("Host", "localhost").build();
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
    void keepWhatTheySayWhateverASiteNotesUnderTheirNames() {
        List<String> written =
                logged(
                        "json.lines",
                        _ -> {
                            MDC.put("level", "DEBUG");
                            MDC.put("status", "shipped");
                            try {
                                LOG.info("hello");
                            } finally {
                                MDC.clear();
                            }
                        });

        assertThat(written)
                .singleElement()
                .satisfies(line ->
                        assertThat(parsed(line))
                                .containsEntry("level", "INFO")
                                .containsEntry("message", "hello")
                                .containsEntry("status", "shipped"));
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
