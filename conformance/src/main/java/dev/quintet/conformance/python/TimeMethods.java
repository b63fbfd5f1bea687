package dev.quintet.conformance.python;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attributes and methods of dates, times and moments.
final class TimeMethods {

    private static final Map<String, ChronoField> FIELDS =
            Map.of(
                    "year", ChronoField.YEAR,
                    "month", ChronoField.MONTH_OF_YEAR,
                    "day", ChronoField.DAY_OF_MONTH,
                    "hour", ChronoField.HOUR_OF_DAY,
                    "minute", ChronoField.MINUTE_OF_HOUR,
                    "second", ChronoField.SECOND_OF_MINUTE,
                    "microsecond", ChronoField.MICRO_OF_SECOND);

    private TimeMethods() {}

    static @Nullable Object of(TemporalAccessor time, String name) {
        ChronoField field = FIELDS.get(name);
        if (field != null) {
            return time.isSupported(field) ? time.getLong(field) : PythonObject.MISSING;
        }
        if (name.equals("tzinfo")) {
            return time instanceof ZonedDateTime zoned ? new Zone(zoned.getZone()) : null;
        }
        Function method =
                switch (name) {
                    case "isoformat" -> _ -> iso(time);
                    case "strftime" -> arguments -> strftime(time, Values.text(arguments.get(0)));
                    case "weekday" -> _ -> time.getLong(ChronoField.DAY_OF_WEEK) - 1;
                    case "isoweekday" -> _ -> time.getLong(ChronoField.DAY_OF_WEEK);
                    case "isocalendar" ->
                            _ ->
                                    Tuple.of(
                                            time.getLong(IsoFields.WEEK_BASED_YEAR),
                                            time.getLong(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                                            time.getLong(ChronoField.DAY_OF_WEEK));
                    case "date" -> _ -> LocalDate.from(time);
                    case "time" -> _ -> LocalTime.from(time);
                    case "timestamp" -> _ -> seconds(time);
                    case "utcoffset" ->
                            _ ->
                                    time instanceof ZonedDateTime zoned
                                            ? Duration.ofSeconds(
                                                    zoned.getOffset().getTotalSeconds())
                                            : null;
                    case "astimezone" ->
                            arguments ->
                                    ((ZonedDateTime) time)
                                            .withZoneSameInstant(zone(arguments.get(0)));
                    case "replace" -> arguments -> replaced(time, arguments);
                    default -> null;
                };
        return method == null ? PythonObject.MISSING : method;
    }

    static ZoneId zone(@Nullable Object value) {
        if (value instanceof Zone zone) {
            return zone.id();
        }
        throw PythonError.type("tzinfo argument must be None or of a tzinfo subclass");
    }

    private static Object seconds(TemporalAccessor time) {
        var moment = ((ZonedDateTime) time).toInstant();
        return moment.getEpochSecond() + moment.getNano() / 1e9;
    }

    static String iso(TemporalAccessor time) {
        return switch (time) {
            case LocalTime clock -> Texts.time(clock);
            case LocalDateTime local -> local.toLocalDate() + "T" + Texts.time(local.toLocalTime());
            case ZonedDateTime zoned ->
                    iso(zoned.toLocalDateTime()) + Texts.offset(zoned.getOffset());
            default -> time.toString();
        };
    }

    private static Object replaced(TemporalAccessor time, Arguments arguments) {
        java.time.temporal.Temporal changed = (java.time.temporal.Temporal) time;
        for (var one : arguments.named().entrySet()) {
            if (one.getKey().equals("tzinfo")) {
                LocalDateTime local = LocalDateTime.from(changed);
                changed = one.getValue() == null ? local : local.atZone(zone(one.getValue()));
            } else {
                ChronoField field = FIELDS.get(one.getKey());
                if (field == null) {
                    throw PythonError.type(
                            "replace() got an unexpected keyword argument '" + one.getKey() + "'");
                }
                changed = changed.with(field, Values.integer(one.getValue()));
            }
        }
        return changed;
    }

    static String strftime(TemporalAccessor time, String format) {
        var text = new StringBuilder();
        for (int index = 0; index < format.length(); index++) {
            char one = format.charAt(index);
            text.append(
                    one == '%' && index + 1 < format.length()
                            ? letter(time, format.charAt(++index))
                            : String.valueOf(one));
        }
        return text.toString();
    }

    private static String letter(TemporalAccessor time, char letter) {
        return switch (letter) {
            case 'Y' -> String.valueOf(time.get(ChronoField.YEAR));
            case 'y' -> two(time.get(ChronoField.YEAR) % 100);
            case 'm' -> two(time.get(ChronoField.MONTH_OF_YEAR));
            case 'd' -> two(time.get(ChronoField.DAY_OF_MONTH));
            case 'H' -> two(time.get(ChronoField.HOUR_OF_DAY));
            case 'M' -> two(time.get(ChronoField.MINUTE_OF_HOUR));
            case 'S' -> two(time.get(ChronoField.SECOND_OF_MINUTE));
            case 'f' -> String.format("%06d", time.get(ChronoField.MICRO_OF_SECOND));
            case 'j' -> String.format("%03d", time.get(ChronoField.DAY_OF_YEAR));
            case 'b' -> named(time, "MMM");
            case 'B' -> named(time, "MMMM");
            case 'a' -> named(time, "EEE");
            case 'A' -> named(time, "EEEE");
            case '%' -> "%";
            default -> throw new UnsupportedOperationException("strftime %" + letter);
        };
    }

    private static String named(TemporalAccessor time, String pattern) {
        return java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }
}
