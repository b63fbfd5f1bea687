package dev.quintet.kernel.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A pattern of C's `strftime`, as Django's input formats are written: `%d.%m.%Y`.
///
/// Immutable, safe for many threads. Reads and writes `%Y %y %m %d %b %B %a %A %H %I %M %S %f %p
/// %j` and `%%`; names are English.
///
/// @param pattern as above
public record DatePattern(String pattern) {

    private static final Set<Character> KNOWN =
            Set.of('Y', 'y', 'm', 'd', 'b', 'B', 'a', 'A', 'H', 'I', 'M', 'S', 'f', 'p', 'j', '%');

    /// Refuses a letter that is not known.
    ///
    /// @throws IllegalArgumentException naming it
    public DatePattern {
        for (int i = pattern.indexOf('%'); i >= 0; i = pattern.indexOf('%', i + 2)) {
            if (i + 1 >= pattern.length() || !KNOWN.contains(pattern.charAt(i + 1))) {
                throw new IllegalArgumentException(
                        "'" + pattern + "' has a letter after % that is not known at " + i);
            }
        }
    }

    /// {@return the date that a text means, or `null` when it does not fit}
    public @Nullable LocalDate parseDate(String text) {
        LocalDateTime both = parse(text);
        return both == null ? null : both.toLocalDate();
    }

    /// {@return the time that a text means, or `null` when it does not fit}
    public @Nullable LocalTime parseTime(String text) {
        LocalDateTime both = parse(text);
        return both == null ? null : both.toLocalTime();
    }

    /// {@return what a text means, or `null` when it does not fit; 1900-01-01 and midnight stand in
    /// for parts that the pattern has not}
    public @Nullable LocalDateTime parse(String text) {
        var reader = new Reader(text);
        for (int i = 0; i < pattern.length() && !reader.bad; i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                reader.directive(pattern.charAt(++i));
            } else if (Character.isWhitespace(c)) {
                reader.spaces();
            } else {
                reader.literal(c);
            }
        }
        return reader.result();
    }

    /// {@return a date or time as text}
    ///
    /// @throws java.time.temporal.UnsupportedTemporalTypeException when it lacks a part
    public String format(TemporalAccessor time) {
        var out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                append(pattern.charAt(++i), time, out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void append(char letter, TemporalAccessor time, StringBuilder out) {
        switch (letter) {
            case 'Y' -> padded(time.get(ChronoField.YEAR), 4, out);
            case 'y' -> padded(time.get(ChronoField.YEAR) % 100, 2, out);
            case 'm' -> padded(time.get(ChronoField.MONTH_OF_YEAR), 2, out);
            case 'd' -> padded(time.get(ChronoField.DAY_OF_MONTH), 2, out);
            case 'b', 'B' -> out.append(month(time.get(ChronoField.MONTH_OF_YEAR), letter == 'B'));
            case 'a', 'A' -> out.append(day(time.get(ChronoField.DAY_OF_WEEK), letter == 'A'));
            case 'H' -> padded(time.get(ChronoField.HOUR_OF_DAY), 2, out);
            case 'I' -> padded(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, out);
            case 'M' -> padded(time.get(ChronoField.MINUTE_OF_HOUR), 2, out);
            case 'S' -> padded(time.get(ChronoField.SECOND_OF_MINUTE), 2, out);
            case 'f' -> padded(time.get(ChronoField.MICRO_OF_SECOND), 6, out);
            case 'p' -> out.append(time.get(ChronoField.AMPM_OF_DAY) == 0 ? "AM" : "PM");
            case 'j' -> padded(time.get(ChronoField.DAY_OF_YEAR), 3, out);
            default -> out.append('%');
        }
    }

    private static void padded(int number, int digits, StringBuilder out) {
        String text = String.valueOf(number);
        out.repeat('0', Math.max(0, digits - text.length())).append(text);
    }

    private static String month(int month, boolean whole) {
        return java.time.Month.of(month)
                .getDisplayName(whole ? TextStyle.FULL : TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String day(int day, boolean whole) {
        return java.time.DayOfWeek.of(day)
                .getDisplayName(whole ? TextStyle.FULL : TextStyle.SHORT, Locale.ENGLISH);
    }

    private static final class Reader {
        private final String text;
        private int at;
        private boolean bad;
        private int year = 1900;
        private int month = 1;
        private int day = 1;
        private int dayOfYear;
        private int hour;
        private int minute;
        private int second;
        private int micros;
        private boolean twelve;
        private boolean afternoon;

        Reader(String text) {
            this.text = text;
        }

        void spaces() {
            int start = at;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            bad |= at == start;
        }

        void literal(char c) {
            boolean same =
                    at < text.length()
                            && Character.toLowerCase(text.charAt(at)) == Character.toLowerCase(c);
            bad |= !same;
            at++;
        }

        void directive(char letter) {
            switch (letter) {
                case 'Y' -> year = number(4, 4);
                case 'y' -> {
                    int two = number(2, 2);
                    year = two < 69 ? 2000 + two : 1900 + two;
                }
                case 'm' -> month = number(1, 2);
                case 'd' -> day = number(1, 2);
                case 'b', 'B' -> month = name(letter == 'B', 12);
                case 'a', 'A' -> name(letter == 'A', 7);
                case 'H' -> hour = number(1, 2);
                case 'I' -> {
                    twelve = true;
                    hour = number(1, 2);
                    bad |= hour < 1 || hour > 12;
                }
                case 'M' -> minute = number(1, 2);
                case 'S' -> second = number(1, 2);
                case 'f' -> {
                    int start = at;
                    micros = number(1, 6);
                    for (int digits = at - start; digits < 6; digits++) {
                        micros *= 10;
                    }
                }
                case 'p' -> {
                    afternoon = text.regionMatches(true, at, "PM", 0, 2);
                    bad |= !afternoon && !text.regionMatches(true, at, "AM", 0, 2);
                    at += 2;
                }
                case 'j' -> dayOfYear = number(1, 3);
                default -> literal('%');
            }
        }

        private int number(int least, int most) {
            int value = 0;
            int start = at;
            while (at < text.length()
                    && at - start < most
                    && text.charAt(at) >= '0'
                    && text.charAt(at) <= '9') {
                value = value * 10 + text.charAt(at++) - '0';
            }
            bad |= at - start < least;
            return value;
        }

        private int name(boolean whole, int count) {
            for (int i = 1; i <= count; i++) {
                String name = count == 12 ? month(i, whole) : day(i, whole);
                if (text.regionMatches(true, at, name, 0, name.length())) {
                    at += name.length();
                    return i;
                }
            }
            bad = true;
            return 1;
        }

        @Nullable LocalDateTime result() {
            if (bad || at != text.length()) {
                return null;
            }
            int hours = twelve ? hour % 12 + (afternoon ? 12 : 0) : hour;
            try {
                LocalDate date =
                        dayOfYear > 0
                                ? LocalDate.ofYearDay(year, dayOfYear)
                                : LocalDate.of(year, month, day);
                return date.atTime(LocalTime.of(hours, minute, second, micros * 1000));
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
    }
}
