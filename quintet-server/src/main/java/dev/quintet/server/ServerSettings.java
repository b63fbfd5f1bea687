package dev.quintet.server;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// The settings of the server.
public final class ServerSettings implements SettingsProvider {

    /// Where to listen.
    public static final Setting<String> HTTP_HOST =
            Setting.of(
                    "HTTP_HOST",
                    String.class,
                    text -> text,
                    "127.0.0.1",
                    "Address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for all.");

    /// The port to listen on.
    public static final Setting<Integer> HTTP_PORT =
            number("HTTP_PORT", 8000, 65_535, "Port to listen on; 0 takes a free one.");

    /// A socket of this machine to listen on besides.
    public static final Setting<String> HTTP_UNIX_SOCKET =
            text("HTTP_UNIX_SOCKET", "Path of a Unix socket to listen on besides; empty for none.");

    /// The certificate for TLS.
    public static final Setting<String> HTTP_TLS_CERTIFICATE =
            text(
                    "HTTP_TLS_CERTIFICATE",
                    "File with the certificate chain in PEM, or a .p12 store; empty for no TLS.");

    /// The private key for TLS.
    public static final Setting<String> HTTP_TLS_KEY =
            text(
                    "HTTP_TLS_KEY",
                    "File with the private key in PEM; empty where it is in the other.");

    /// The password of the key or store.
    public static final Setting<String> HTTP_TLS_PASSWORD =
            text("HTTP_TLS_PASSWORD", "Password of the store or of an encrypted key.").asSecret();

    /// The port for TLS.
    public static final Setting<Integer> HTTP_TLS_PORT =
            number("HTTP_TLS_PORT", 8443, 65_535, "Port for TLS; 0 takes a free one.");

    /// Whether visitors without TLS are sent there.
    public static final Setting<Boolean> HTTP_TLS_REDIRECT =
            Setting.truth(
                    "HTTP_TLS_REDIRECT", true, "Sends visitors of HTTP_PORT to HTTP_TLS_PORT.");

    /// The most bytes of a request's body.
    public static final Setting<Long> HTTP_MAX_BODY_SIZE =
            Setting.of(
                    "HTTP_MAX_BODY_SIZE",
                    Long.class,
                    text -> whole(text, Long.MAX_VALUE),
                    100L * 1024 * 1024,
                    "Most bytes of a request's body, files and all; more is answered 413.");

    /// The most bytes of a request's line and headers.
    public static final Setting<Integer> HTTP_MAX_HEADER_SIZE =
            number(
                    "HTTP_MAX_HEADER_SIZE",
                    16 * 1024,
                    1024 * 1024,
                    "Most bytes of a request's line and headers; more is answered 414 or 431.");

    /// The most requests at once.
    public static final Setting<Integer> HTTP_MAX_REQUESTS =
            number(
                    "HTTP_MAX_REQUESTS",
                    10_000,
                    10_000_000,
                    "Most requests at once; more are answered 503.");

    /// How long the headers of a request may take.
    public static final Setting<Duration> HTTP_HEADER_TIMEOUT =
            seconds("HTTP_HEADER_TIMEOUT", 20, "Seconds that a request's headers may take.");

    /// How long a connection may be silent.
    public static final Setting<Duration> HTTP_IDLE_TIMEOUT =
            seconds("HTTP_IDLE_TIMEOUT", 30, "Seconds that a connection may be silent.");

    /// The fewest bytes a second that a body must come at.
    public static final Setting<Integer> HTTP_MIN_BODY_RATE =
            number(
                    "HTTP_MIN_BODY_RATE",
                    100,
                    1_000_000_000,
                    "Fewest bytes a second that a request's body must come at; 0 for any.");

    /// How long a body may be waited for before its rate counts.
    public static final Setting<Duration> HTTP_BODY_GRACE =
            seconds(
                    "HTTP_BODY_GRACE",
                    10,
                    "Seconds that a body may be waited for before HTTP_MIN_BODY_RATE counts.");

    /// How long a request may be worked on.
    public static final Setting<Duration> HTTP_REQUEST_DEADLINE =
            seconds(
                    "HTTP_REQUEST_DEADLINE",
                    0,
                    "Seconds after which the work on a request is cancelled; 0 for never.");

    /// Where the server says whether it takes requests.
    public static final Setting<String> HTTP_HEALTH_PATH =
            text(
                    "HTTP_HEALTH_PATH",
                    "Path that answers 200, and 503 from when the server is told to stop, for any"
                            + " host; empty for none.");

    /// Where the server says whether what the site stands on answers.
    public static final Setting<String> HTTP_READY_PATH =
            text(
                    "HTTP_READY_PATH",
                    "Path that answers 200 while the databases answer too, else 503, for any host;"
                            + " empty for none.");

    /// How long requests are taken after the server was told to stop.
    public static final Setting<Duration> HTTP_DRAIN_DELAY =
            seconds(
                    "HTTP_DRAIN_DELAY",
                    0,
                    "Seconds that requests are still taken after the server was told to stop, so"
                            + " that load balancers notice first.");

    /// How long requests may go on after the server was told to stop.
    public static final Setting<Duration> HTTP_DRAIN_TIMEOUT =
            seconds(
                    "HTTP_DRAIN_TIMEOUT",
                    30,
                    "Seconds that requests may go on after the server was told to stop.");

    /// Whether each request is logged.
    public static final Setting<Boolean> HTTP_ACCESS_LOG =
            Setting.truth(
                    "HTTP_ACCESS_LOG", true, "Logs each request to the logger quintet.access.");

    /// For {@link java.util.ServiceLoader}.
    public ServerSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                HTTP_HOST,
                HTTP_PORT,
                HTTP_UNIX_SOCKET,
                HTTP_TLS_CERTIFICATE,
                HTTP_TLS_KEY,
                HTTP_TLS_PASSWORD,
                HTTP_TLS_PORT,
                HTTP_TLS_REDIRECT,
                HTTP_MAX_BODY_SIZE,
                HTTP_MAX_HEADER_SIZE,
                HTTP_MAX_REQUESTS,
                HTTP_HEADER_TIMEOUT,
                HTTP_IDLE_TIMEOUT,
                HTTP_MIN_BODY_RATE,
                HTTP_BODY_GRACE,
                HTTP_REQUEST_DEADLINE,
                HTTP_HEALTH_PATH,
                HTTP_READY_PATH,
                HTTP_DRAIN_DELAY,
                HTTP_DRAIN_TIMEOUT,
                HTTP_ACCESS_LOG);
    }

    private static Setting<String> text(String name, String doc) {
        return Setting.of(name, String.class, text -> text, "", doc);
    }

    private static Setting<Integer> number(String name, int fallback, int most, String doc) {
        Function<String, Integer> parse = text -> Math.toIntExact(whole(text, most));
        return Setting.of(name, Integer.class, parse, fallback, doc);
    }

    private static Setting<Duration> seconds(String name, int fallback, String doc) {
        return Setting.of(
                name,
                Duration.class,
                text -> Duration.ofSeconds(whole(text, 86_400)),
                Duration.ofSeconds(fallback),
                doc);
    }

    private static long whole(String text, long most) {
        try {
            long value = Long.parseLong(text.strip().replace("_", ""));
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException nonsense) {
            throw new IllegalArgumentException("a whole number was expected", nonsense);
        }
        throw new IllegalArgumentException("a number from 0 to " + most + " was expected");
    }
}
