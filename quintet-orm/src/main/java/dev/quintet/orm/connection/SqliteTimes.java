package dev.quintet.orm.connection;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// Dates and times as SQLite keeps them, in text: `2026-01-31`, `23:59:59.999999`, both with a
/// blank between. What is no such text is NULL.
final class SqliteTimes {

    private static final DateTimeFormatter WITHOUT_MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter WITH_MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final LocalDate ANY_DAY = LocalDate.of(1900, 1, 1);
    private static final int DAY_LENGTH = 10;
    private static final int MICRO = 1_000;

    private SqliteTimes() {}

    /// @param zone of the result, or empty for text that has none
    static @Nullable Long extract(String part, String text, String zone) {
        LocalDateTime time = local(text, zone);
        if (time == null) {
            return null;
        }
        int value =
                switch (part) {
                    case "year" -> time.getYear();
                    case "iso_year" -> time.get(IsoFields.WEEK_BASED_YEAR);
                    case "quarter" -> time.get(IsoFields.QUARTER_OF_YEAR);
                    case "month" -> time.getMonthValue();
                    case "day" -> time.getDayOfMonth();
                    case "week" -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                    case "week_day" -> time.getDayOfWeek().getValue() % 7 + 1;
                    case "iso_week_day" -> time.getDayOfWeek().getValue();
                    case "hour" -> time.getHour();
                    case "minute" -> time.getMinute();
                    case "second" -> time.getSecond();
                    default -> time.get(ChronoField.MICRO_OF_SECOND);
                };
        return (long) value;
    }

    /// @param kind of the result: `date`, `time`, `instant` or `local`
    /// @param back zone in which an instant is told, or empty
    static @Nullable String trunc(String unit, String text, String zone, String kind, String back) {
        LocalDateTime time = local(text, zone);
        if (time == null) {
            return null;
        }
        LocalDateTime cut = cut(unit, time);
        boolean clock = text.length() > 2 && text.charAt(2) == ':';
        return switch (kind) {
            case "date" -> cut.toLocalDate().toString();
            case "time" -> clockText(cut.toLocalTime());
            case "instant" ->
                    text(
                            LocalDateTime.ofInstant(
                                    cut.atZone(ZoneId.of(back)).toInstant(), ZoneOffset.UTC));
            default -> clock ? clockText(cut.toLocalTime()) : text(cut);
        };
    }

    private static LocalDateTime cut(String unit, LocalDateTime time) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case "year" -> day.withDayOfYear(1);
            case "quarter" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "month" -> day.withDayOfMonth(1);
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "day" -> day;
            case "hour" -> time.truncatedTo(ChronoUnit.HOURS);
            case "minute" -> time.truncatedTo(ChronoUnit.MINUTES);
            case "second" -> time.truncatedTo(ChronoUnit.SECONDS);
            default -> time;
        };
    }

    static @Nullable String shift(String text, long micros) {
        LocalDateTime time = local(text, "");
        return time == null ? null : text(time.plusNanos(Math.multiplyExact(micros, MICRO)));
    }

    static @Nullable Long between(String from, String to) {
        LocalDateTime begin = local(from, "");
        LocalDateTime end = local(to, "");
        return begin == null || end == null
                ? null
                : Duration.between(begin, end).dividedBy(Duration.ofNanos(MICRO));
    }

    private static @Nullable LocalDateTime local(String text, String zone) {
        try {
            LocalDateTime time = parsed(text);
            return zone.isEmpty()
                    ? time
                    : LocalDateTime.ofInstant(time.toInstant(ZoneOffset.UTC), ZoneId.of(zone));
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    private static LocalDateTime parsed(String text) {
        if (text.length() > 2 && text.charAt(2) == ':') {
            return ANY_DAY.atTime(LocalTime.parse(text));
        }
        LocalDate day = LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())));
        return text.length() <= DAY_LENGTH
                ? day.atStartOfDay()
                : day.atTime(LocalTime.parse(text.substring(DAY_LENGTH + 1)));
    }

    @SuppressWarnings("JavaLocalDateTimeGetNano") // whether there is a fraction at all
    private static String text(LocalDateTime time) {
        return (time.get(ChronoField.MICRO_OF_SECOND) == 0 ? WITHOUT_MICROS : WITH_MICROS)
                .format(time);
    }

    private static String clockText(LocalTime time) {
        return text(ANY_DAY.atTime(time)).substring(DAY_LENGTH + 1);
    }
}
