package dev.quintet.kernel.limit;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often something may be done.
///
/// @param count how many times, 1 or more
/// @param per in which time, a millisecond or more
public record Rate(long count, Duration per) {

    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*([0-9]{1,12})\\s*/\\s*([0-9]{0,6})\\s*(second|sec|s|minute|min|m|hour|h|day|d)s?\\s*");

    /// Refuses a rate of nothing, or in no time.
    public Rate {
        if (count < 1 || per.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "A rate is one or more in a time, not " + count + "/" + per);
        }
    }

    /// {@return what a text such as `5/minute`, `100/10s` or `1000/day` says}
    ///
    /// @throws IllegalArgumentException when it says no rate
    public static Rate parse(String text) {
        Matcher m = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            throw new IllegalArgumentException("a rate was expected, such as 5/minute or 100/10s");
        }
        String many = String.valueOf(m.group(2));
        long units = many.isEmpty() ? 1 : Long.parseLong(many);
        long seconds =
                switch (String.valueOf(m.group(3)).charAt(0)) {
                    case 's' -> 1;
                    case 'm' -> 60;
                    case 'h' -> 3600;
                    default -> 86_400;
                };
        return new Rate(
                Long.parseLong(String.valueOf(m.group(1))), Duration.ofSeconds(units * seconds));
    }

    @Override
    public String toString() {
        return count + "/" + per.toSeconds() + "s";
    }
}
