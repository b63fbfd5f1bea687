package dev.quintet;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;
import java.util.stream.Stream;

/// Settings of logging where the project brings no `logback.xml` of its own.
public final class LogSettings implements SettingsProvider {

    /// How an event is written.
    public static final Setting<String> LOG_FORMAT =
            Setting.of(
                    "LOG_FORMAT",
                    String.class,
                    LogSettings::format,
                    "console",
                    "console: a line an event for people; json: a JSON object a line.");

    /// How much is written.
    public static final Setting<List<String>> LOG_LEVELS =
            Setting.of(
                    "LOG_LEVELS",
                    List.class,
                    LogSettings::levels,
                    List.of(),
                    "Levels by logger, such as shop=DEBUG,quintet.access=OFF; root=WARN for all.");

    /// For {@link java.util.ServiceLoader}.
    public LogSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(LOG_FORMAT, LOG_LEVELS);
    }

    private static String format(String text) {
        if (text.equals("console") || text.equals("json")) {
            return text;
        }
        throw new IllegalArgumentException("console or json was expected");
    }

    private static List<String> levels(String text) {
        List<String> all =
                Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
        for (String one : all) {
            if (!one.matches("[\\w.]+=(TRACE|DEBUG|INFO|WARN|ERROR|OFF)")) {
                throw new IllegalArgumentException(
                        "LOGGER=LEVEL was expected, with TRACE, DEBUG, INFO, WARN, ERROR or OFF");
            }
        }
        return all;
    }
}
