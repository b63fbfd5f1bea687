package dev.quintet.orm.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads PostgreSQL's printed intervals: `1 day -02:03:04.5`.
///
/// Months count 30 days and years 365, as Django's driver has it.
final class IntervalText {

    private static final Pattern PART =
            Pattern.compile("([-+]?\\d+) (year|mon|day)s?|([-+]?)(\\d+):(\\d+):(\\d+(?:\\.\\d+)?)");

    private IntervalText() {}

    static Duration parse(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String unit = part.group(2);
            if (unit != null) {
                long days =
                        switch (unit) {
                            case "year" -> 365;
                            case "mon" -> 30;
                            default -> 1;
                        };
                sum = sum.plusDays(days * Long.parseLong(group(part, 1)));
            } else {
                BigDecimal seconds = new BigDecimal(group(part, 6)).movePointRight(9);
                Duration clock =
                        Duration.ofHours(Long.parseLong(group(part, 4)))
                                .plusMinutes(Long.parseLong(group(part, 5)))
                                .plusNanos(seconds.longValueExact());
                sum = group(part, 3).equals("-") ? sum.minus(clock) : sum.plus(clock);
            }
        }
        return sum;
    }

    private static String group(Matcher part, int number) {
        return Objects.requireNonNullElse(part.group(number), "");
    }
}
