package dev.quintet;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// Settings of the mail that a site writes to those who look after it.
public final class SiteSettings implements SettingsProvider {

    /// How long like news are gathered.
    public static final Setting<Duration> MAIL_PAUSE =
            Setting.of(
                    "MAIL_PAUSE",
                    Duration.class,
                    SiteSettings::seconds,
                    Duration.ofMinutes(5),
                    "For how many seconds further errors or broken links of a kind are counted"
                            + " before ADMINS or MANAGERS get their number.");

    /// Paths that are not found and of which nobody wants to know.
    public static final Setting<List<Pattern>> IGNORABLE_404_URLS =
            Setting.of(
                    "IGNORABLE_404_URLS",
                    List.class,
                    SiteSettings::patterns,
                    List.of(),
                    "Regular expressions, with commas between them: paths that MANAGERS are not told"
                            + " of, such as ^/apple-touch-icon,\\.php$.");

    /// For {@link java.util.ServiceLoader}.
    public SiteSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(MAIL_PAUSE, IGNORABLE_404_URLS);
    }

    private static Duration seconds(String text) {
        try {
            long seconds = Long.parseLong(text.strip());
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException odd) {
            throw new IllegalArgumentException("a number of seconds was expected", odd);
        }
        throw new IllegalArgumentException("a number of seconds above 0 was expected");
    }

    private static List<Pattern> patterns(String text) {
        try {
            return Stream.of(text.split(",", -1))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(Pattern::compile)
                    .toList();
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "regular expressions were expected: " + wrong.getDescription(), wrong);
        }
    }
}
