package dev.quintet.orm.sql;

import dev.quintet.orm.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Ranges as PostgreSQL writes them: `[1,10)`, `["2026-01-01 00:00:00+00",)`.
///
/// @param bound type of the bounds
record RangeCodec<V extends Comparable<? super V>>(Class<V> bound) implements Codec<Range<V>> {

    @Override
    public Object encode(Range<V> range) {
        if (range.empty()) {
            return "empty";
        }
        return (range.withLower() ? "[" : "(")
                + written(range.lower())
                + ","
                + written(range.upper())
                + (range.withUpper() ? "]" : ")");
    }

    private static String written(@Nullable Object value) {
        return value == null ? "" : '"' + value.toString() + '"';
    }

    @Override
    public Range<V> decode(Object stored) {
        String text = (String) stored;
        if (text.equals("empty")) {
            return Range.none();
        }
        int comma = text.indexOf(',');
        return new Range<>(
                read(text.substring(1, comma)),
                read(text.substring(comma + 1, text.length() - 1)),
                text.startsWith("["),
                text.endsWith("]"),
                false);
    }

    private @Nullable V read(String written) {
        String text = written.replace("\"", "");
        if (text.isEmpty()) {
            return null;
        }
        Object value =
                switch (bound.getSimpleName()) {
                    case "Integer" -> Integer.valueOf(text);
                    case "Long" -> Long.valueOf(text);
                    case "BigDecimal" -> new BigDecimal(text);
                    case "LocalDate" -> LocalDate.parse(text);
                    case "LocalDateTime" -> LocalDateTime.parse(text.replace(' ', 'T'));
                    default -> instant(text);
                };
        return bound.cast(value);
    }

    /// `2026-01-01 00:00:00+00`, whose offset is shorter than ISO's.
    private static Instant instant(String text) {
        String iso = text.replace(' ', 'T');
        boolean hoursOnly = iso.matches(".*[+-]\\d\\d$");
        return OffsetDateTime.parse(hoursOnly ? iso + ":00" : iso).toInstant();
    }
}
