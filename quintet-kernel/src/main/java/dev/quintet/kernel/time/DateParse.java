package dev.quintet.kernel.time;

import dev.quintet.kernel.text.scan.Chars;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Reads dates and times that machines wrote: ISO 8601, and the looser forms of databases and
/// forms.
///
/// Each method returns `null` for a text of another form, and throws {@link
/// java.time.DateTimeException} for one of the right form that is no day or time, such as February
/// 30.
public final class DateParse {

    private DateParse() {}

    /// {@return the date of `2024-01-31`, `2024-1-31`, `20240131` or `2024-W05-3`}
    public static @Nullable LocalDate date(String text) {
        int end = isoDateEnd(text);
        if (end == text.length()) {
            return isoDate(text);
        }
        var scan = new Scan(text);
        int year = scan.number(4, 4);
        scan.literal('-');
        int month = scan.number(1, 2);
        scan.literal('-');
        int day = scan.number(1, 2);
        return scan.ended() ? LocalDate.of(year, month, day) : null;
    }

    /// {@return the time of `09:15`, `9:5`, `09:15:30.25` or `091530`; an offset is read and
    /// dropped}
    public static @Nullable LocalTime time(String text) {
        String bare = text.startsWith("T") ? text.substring(1) : text;
        IsoTime iso = IsoTime.parse(bare);
        if (iso != null) {
            return iso.time();
        }
        var scan = new Scan(text);
        LocalTime time = looseTime(scan);
        return scan.ended() ? time : null;
    }

    /// {@return a date with its time: a {@link LocalDateTime}, or an {@link OffsetDateTime} where
    /// the text has an offset}
    public static @Nullable Temporal dateTime(String text) {
        int end = isoDateEnd(text);
        if (end == text.length()) {
            return isoDate(text).atStartOfDay();
        }
        if (end > 0 && end + 1 < text.length()) {
            IsoTime iso = IsoTime.parse(text.substring(end + 1));
            if (iso != null) {
                LocalDateTime local = isoDate(text.substring(0, end)).atTime(iso.time());
                return iso.offset() == null ? local : local.atOffset(iso.offset());
            }
        }
        return looseDateTime(text);
    }

    private static @Nullable Temporal looseDateTime(String text) {
        var scan = new Scan(text);
        int year = scan.number(4, 4);
        scan.literal('-');
        int month = scan.number(1, 2);
        scan.literal('-');
        int day = scan.number(1, 2);
        if (!scan.take('T')) {
            scan.literal(' ');
        }
        int[] clock = looseClock(scan);
        while (scan.at < text.length() && Chars.space(text.charAt(scan.at))) {
            scan.at++;
        }
        ZoneOffset offset = looseOffset(scan);
        if (!scan.ended()) {
            return null;
        }
        LocalDateTime local =
                LocalDate.of(year, month, day)
                        .atTime(LocalTime.of(clock[0], clock[1], clock[2], clock[3]));
        return offset == null ? local : OffsetDateTime.of(local, offset);
    }

    private static @Nullable ZoneOffset looseOffset(Scan scan) {
        if (scan.take('Z')) {
            return ZoneOffset.UTC;
        }
        boolean minus = scan.take('-');
        if (!minus && !scan.take('+')) {
            return null;
        }
        int hours = scan.number(2, 2);
        int minutes = 0;
        if (!scan.ended()) {
            scan.take(':');
            minutes = scan.number(2, 2);
        }
        if (scan.bad) {
            return null;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(minus ? -seconds : seconds);
    }

    private static @Nullable LocalTime looseTime(Scan scan) {
        int[] clock = looseClock(scan);
        return scan.ended() ? LocalTime.of(clock[0], clock[1], clock[2], clock[3]) : null;
    }

    private static int[] looseClock(Scan scan) {
        int hour = scan.number(1, 2);
        scan.literal(':');
        int minute = scan.number(1, 2);
        int second = 0;
        int nano = 0;
        if (scan.take(':')) {
            second = scan.number(1, 2);
            if (scan.take('.') || scan.take(',')) {
                nano = scan.fraction(12);
            }
        }
        return new int[] {hour, minute, second, nano};
    }

    /// Where a date in one of ISO's forms ends, or -1.
    private static int isoDateEnd(String text) {
        for (String form :
                new String[] {
                    "####-W##-#", "####-##-##", "####W###", "########", "####-W##", "####W##"
                }) {
            if (fits(text, form)) {
                boolean digitFollows =
                        form.length() < text.length()
                                && form.indexOf('-') < 0
                                && Chars.asciiDigit(text.charAt(form.length()));
                if (!digitFollows) {
                    return form.length();
                }
            }
        }
        return -1;
    }

    private static boolean fits(String text, String form) {
        if (text.length() < form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char f = form.charAt(i);
            char c = text.charAt(i);
            if (f == '#' ? !Chars.asciiDigit(c) : f != c) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate isoDate(String text) {
        String flat = text.replace("-", "");
        int year = Integer.parseInt(flat.substring(0, 4));
        if (flat.charAt(4) != 'W') {
            return LocalDate.of(
                    year,
                    Integer.parseInt(flat.substring(4, 6)),
                    Integer.parseInt(flat.substring(6)));
        }
        int week = Integer.parseInt(flat.substring(5, 7));
        int day = flat.length() > 7 ? flat.charAt(7) - '0' : 1;
        LocalDate first = LocalDate.of(year, 1, 4);
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(first).getMaximum();
        if (week < 1 || week > weeks || day < 1 || day > 7) {
            throw new java.time.DateTimeException("There is no such week or day: " + text);
        }
        return first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(java.time.temporal.ChronoField.DAY_OF_WEEK, day);
    }

    /// A time as Python's `fromisoformat` reads it: two digits each, `:` between all or none.
    private record IsoTime(LocalTime time, @Nullable ZoneOffset offset) {

        static @Nullable IsoTime parse(String text) {
            int zoneAt = text.length();
            for (int i = 0; i < text.length(); i++) {
                if ("+-Z".indexOf(text.charAt(i)) >= 0) {
                    zoneAt = i;
                    break;
                }
            }
            int[] time = clock(text.substring(0, zoneAt));
            if (time == null || time[0] > 23 || time[1] > 59 || time[2] > 59) {
                return null;
            }
            ZoneOffset offset = null;
            if (zoneAt < text.length()) {
                String zone = text.substring(zoneAt);
                if (zone.equals("Z")) {
                    offset = ZoneOffset.UTC;
                } else {
                    int[] shift = zone.charAt(0) == 'Z' ? null : clock(zone.substring(1));
                    if (shift == null || shift[0] > 18 || shift[1] > 59 || shift[2] > 59) {
                        return null;
                    }
                    int seconds = shift[0] * 3600 + shift[1] * 60 + shift[2];
                    if (seconds > 18 * 3600) {
                        return null;
                    }
                    offset = ZoneOffset.ofTotalSeconds(zone.charAt(0) == '-' ? -seconds : seconds);
                }
            }
            return new IsoTime(LocalTime.of(time[0], time[1], time[2], time[3]), offset);
        }

        private static int @Nullable [] clock(String text) {
            int[] parts = new int[4];
            boolean colons = text.length() > 2 && text.charAt(2) == ':';
            int at = 0;
            for (int i = 0; i < 3; i++) {
                if (at + 2 > text.length()
                        || !Chars.asciiDigit(text.charAt(at))
                        || !Chars.asciiDigit(text.charAt(at + 1))) {
                    return null;
                }
                parts[i] = Integer.parseInt(text.substring(at, at + 2));
                at += 2;
                if (at == text.length()) {
                    return parts;
                }
                char c = text.charAt(at);
                if (c == '.' || c == ',') {
                    break;
                }
                if (i < 2 && colons) {
                    if (c != ':') {
                        return null;
                    }
                    at++;
                } else if (i == 2 && colons) {
                    return null;
                }
            }
            if (".,".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            // Digits that follow the seconds are a fraction, with or without a point.
            var scan = new Scan(text);
            scan.at = at;
            parts[3] = scan.fraction(Integer.MAX_VALUE);
            return scan.ended() ? parts : null;
        }
    }

    private static final class Scan {
        private final String text;
        private int at;
        private boolean bad;

        Scan(String text) {
            this.text = text;
        }

        int number(int least, int most) {
            int value = 0;
            int start = at;
            while (at < text.length() && at - start < most && Chars.asciiDigit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            bad |= at - start < least;
            return value;
        }

        boolean take(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        void literal(char c) {
            bad |= !take(c);
        }

        int fraction(int most) {
            int start = at;
            int micros = 0;
            while (at < text.length() && at - start < most && Chars.asciiDigit(text.charAt(at))) {
                if (at - start < 6) {
                    micros = micros * 10 + text.charAt(at) - '0';
                }
                at++;
            }
            bad |= at == start;
            for (int digits = at - start; digits < 6; digits++) {
                micros *= 10;
            }
            return micros * 1000;
        }

        boolean ended() {
            return !bad
                    && (at == text.length()
                            || (at == text.length() - 1 && text.charAt(at) == '\n'));
        }
    }
}
