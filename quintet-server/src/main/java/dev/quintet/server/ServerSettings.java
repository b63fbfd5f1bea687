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
                HTTP_MAX_BODY_SIZE,
                HTTP_MAX_HEADER_SIZE,
                HTTP_MAX_REQUESTS,
                HTTP_HEADER_TIMEOUT,
                HTTP_IDLE_TIMEOUT,
                HTTP_MIN_BODY_RATE,
                HTTP_DRAIN_TIMEOUT,
                HTTP_ACCESS_LOG);
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
