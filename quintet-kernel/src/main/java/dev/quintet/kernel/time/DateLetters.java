package dev.quintet.kernel.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.UnsupportedTemporalTypeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What each letter of a {@link DateFormat} means for one date or time.
final class DateLetters {

    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xxxx", Locale.ENGLISH);
    private static final DateTimeFormatter ZONE_NAME =
            DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private final Temporal value;
    private final @Nullable LocalDate date;
    private final @Nullable LocalTime time;
    private final ZoneId zone;
    private final DateNames names;

    DateLetters(Temporal value, ZoneId place, DateNames names) {
        this.value = value;
        this.names = names;
        switch (value) {
            case LocalDate only -> {
                date = only;
                time = null;
            }
            case LocalTime only -> {
                date = null;
                time = only;
            }
            default -> {
                date = LocalDate.from(value);
                time = LocalTime.from(value);
            }
        }
        zone = value instanceof ZonedDateTime zoned ? zoned.getZone() : place;
    }

    void append(char letter, StringBuilder out) {
        switch (letter) {
            case 'a' -> out.append(names.half(clock(letter).getHour() > 11, false));
            case 'A' -> out.append(names.half(clock(letter).getHour() > 11, true));
            case 'f' -> twelveHours(clock(letter), out);
            case 'g' -> out.append(hour12(clock(letter)));
            case 'G' -> out.append(clock(letter).getHour());
            case 'h' -> padded(hour12(clock(letter)), 2, out);
            case 'H' -> padded(clock(letter).getHour(), 2, out);
            case 'i' -> padded(clock(letter).getMinute(), 2, out);
            case 's' -> padded(clock(letter).getSecond(), 2, out);
            case 'u' -> padded(micros(clock(letter)), 6, out);
            case 'P' -> spoken(clock(letter), out);
            case 'e', 'O', 'T', 'Z', 'I' -> {
                clock(letter);
                zone(letter, out);
            }
            case 'c' -> out.append(iso());
            default -> day(letter, calendar(letter), out);
        }
    }

    private void day(char letter, LocalDate day, StringBuilder out) {
        switch (letter) {
            case 'b' -> out.append(names.monthShort(day.getMonth()));
            case 'd' -> padded(day.getDayOfMonth(), 2, out);
            case 'D' -> out.append(names.dayShort(day.getDayOfWeek()));
            case 'E' -> out.append(names.monthInDate(day.getMonth()));
            case 'F' -> out.append(names.month(day.getMonth()));
            case 'j' -> out.append(day.getDayOfMonth());
            case 'l' -> out.append(names.day(day.getDayOfWeek()));
            case 'L' -> out.append(day.isLeapYear() ? "True" : "False");
            case 'm' -> padded(day.getMonthValue(), 2, out);
            case 'M' -> out.append(title(names.monthShort(day.getMonth())));
            case 'n' -> out.append(day.getMonthValue());
            case 'N' -> out.append(names.monthAbbreviated(day.getMonth()));
            case 'o' -> out.append(day.get(IsoFields.WEEK_BASED_YEAR));
            case 'r' -> out.append(RFC_5322.format(moment(day)));
            case 'S' -> out.append(ordinalSuffix(day.getDayOfMonth()));
            case 't' -> padded(day.lengthOfMonth(), 2, out);
            case 'U' -> out.append(moment(day).toEpochSecond());
            case 'w' -> out.append(day.getDayOfWeek().getValue() % 7);
            case 'W' -> out.append(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'y' -> padded(day.getYear() % 100, 2, out);
            case 'Y' -> padded(day.getYear(), 4, out);
            case 'z' -> out.append(day.getDayOfYear());
            default -> throw new IllegalStateException("no such letter: " + letter);
        }
    }

    private LocalTime clock(char letter) {
        if (time == null) {
            throw new UnsupportedTemporalTypeException(
                    "The format for date objects may not contain time-related format specifiers"
                            + " (found '"
                            + letter
                            + "').");
        }
        return time;
    }

    private LocalDate calendar(char letter) {
        if (date == null) {
            throw new UnsupportedTemporalTypeException(
                    "The format for times may not contain date-related letters (found '"
                            + letter
                            + "').");
        }
        return date;
    }

    private static int hour12(LocalTime time) {
        int hour = time.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private static void twelveHours(LocalTime time, StringBuilder out) {
        out.append(hour12(time));
        if (time.getMinute() != 0) {
            padded(time.getMinute(), 2, out.append(':'));
        }
    }

    private void spoken(LocalTime time, StringBuilder out) {
        String word =
                time.getMinute() != 0
                        ? null
                        : switch (time.getHour()) {
                            case 0 -> names.word("midnight");
                            case 12 -> names.word("noon");
                            default -> null;
                        };
        if (word != null) {
            out.append(word);
        } else {
            twelveHours(time, out);
            out.append(' ').append(names.half(time.getHour() > 11, false));
        }
    }

    private void zone(char letter, StringBuilder out) {
        if (date == null || time == null) {
            return;
        }
        if (letter == 'e') {
            if (value instanceof ZonedDateTime zoned) {
                out.append(zoneName(zoned));
            }
            return;
        }
        ZonedDateTime moment = moment(date);
        boolean unclear =
                !(value instanceof ZonedDateTime)
                        && zone.getRules().getValidOffsets(LocalDateTime.of(date, time)).size()
                                != 1;
        int seconds = moment.getOffset().getTotalSeconds();
        switch (letter) {
            case 'O' -> out.append(unclear ? "" : offset(seconds));
            case 'Z' -> out.append(unclear ? "" : String.valueOf(seconds));
            case 'T' -> out.append(unclear ? "" : zoneName(moment));
            default ->
                    out.append(
                            unclear
                                    ? ""
                                    : zone.getRules().isDaylightSavings(moment.toInstant())
                                            ? "1"
                                            : "0");
        }
    }

    private static String offset(int seconds) {
        int size = Math.abs(seconds);
        return (seconds < 0 ? "-" : "+") + two(size / 3600) + two(size / 60 % 60);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String zoneName(ZonedDateTime moment) {
        if (moment.getZone() instanceof ZoneOffset offset) {
            return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
        }
        var changes = moment.getZone().getRules().getTransitions();
        if (!changes.isEmpty() && moment.toInstant().isBefore(changes.getFirst().getInstant())) {
            return "LMT"; // before clocks were agreed upon, each place had its own
        }
        String name = ZONE_NAME.format(moment);
        return name.startsWith("GMT") && name.length() > 3
                ? offset(moment.getOffset().getTotalSeconds())
                : name;
    }

    private ZonedDateTime moment(LocalDate day) {
        if (value instanceof ZonedDateTime zoned) {
            return zoned;
        }
        return ZonedDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time, zone);
    }

    private String iso() {
        if (date == null) {
            return time == null ? "" : isoTime(time);
        }
        if (time == null) {
            return date.toString();
        }
        String text = date + "T" + isoTime(time);
        if (value instanceof ZonedDateTime zoned) {
            OffsetDateTime at = zoned.toOffsetDateTime();
            String id = at.getOffset().getId();
            return text + (id.equals("Z") ? "+00:00" : id);
        }
        return text;
    }

    private static String isoTime(LocalTime time) {
        var out = new StringBuilder();
        padded(time.getHour(), 2, out);
        padded(time.getMinute(), 2, out.append(':'));
        padded(time.getSecond(), 2, out.append(':'));
        int micros = micros(time);
        if (micros != 0) {
            padded(micros, 6, out.append('.'));
        }
        return out.toString();
    }

    private static int micros(LocalTime time) {
        return time.get(ChronoField.MICRO_OF_SECOND);
    }

    private static String title(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String ordinalSuffix(int day) {
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    static void padded(int number, int digits, StringBuilder out) {
        String text = String.valueOf(number);
        out.repeat('0', Math.max(0, digits - text.length())).append(text);
    }
}
