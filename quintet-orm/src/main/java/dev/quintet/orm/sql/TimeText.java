package dev.quintet.orm.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/// Dates and times as SQLite keeps them: text that sorts as they do.
///
/// Written as Django writes them, `2026-01-15 12:00:00.123456`; read in every form that SQLite's
/// own functions and other programs leave behind.
final class TimeText {

    private static final int DATE_LENGTH = 10;

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .appendPattern("HH:mm:ss")
                    .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
                    .toFormatter(java.util.Locale.ROOT);

    private TimeText() {}

    static String of(LocalDateTime time) {
        return time.toLocalDate() + " " + of(time.toLocalTime());
    }

    static String of(LocalTime time) {
        // Django pads a fraction to six digits and leaves a zero one out.
        return time.get(ChronoField.MICRO_OF_SECOND) == 0
                ? TIME.format(time.withNano(0))
                : time.withNano(0).format(DateTimeFormatter.ISO_LOCAL_TIME)
                        + String.format(
                                java.util.Locale.ROOT,
                                ".%06d",
                                time.get(ChronoField.MICRO_OF_SECOND));
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text.length() > DATE_LENGTH ? text.substring(0, DATE_LENGTH) : text);
    }

    static LocalDateTime dateTime(String text) {
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text).atStartOfDay();
        }
        String iso = iso(text);
        return hasOffset(iso)
                ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    static Instant instant(String text) {
        return dateTime(text).toInstant(ZoneOffset.UTC);
    }

    private static String iso(String text) {
        return text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z")
                || iso.indexOf('+', DATE_LENGTH) > 0
                || iso.indexOf('-', DATE_LENGTH) > 0;
    }
}
