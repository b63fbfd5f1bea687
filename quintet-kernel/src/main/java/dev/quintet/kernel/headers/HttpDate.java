package dev.quintet.kernel.headers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates of HTTP headers, RFC 9110 section 5.6.7.
public final class HttpDate {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private HttpDate() {}

    /// {@return `time` such as `Sun, 06 Nov 1994 08:49:37 GMT`; fractions of a second are dropped}
    public static String format(Instant time) {
        return FORMAT.format(time.atOffset(ZoneOffset.UTC));
    }

    /// {@return the time that a header means, in any of the three forms of the RFC, or `null` when
    /// it means none}
    ///
    /// @param thisYear the year now, to tell the century of a year of two digits by
    public static @Nullable Instant parse(String header, int thisYear) {
        var reader = new Reader(header);
        try {
            LocalDateTime time = reader.read(thisYear);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /// {@return as {@link #parse(String, int)} does, by the system's clock}
    public static @Nullable Instant parse(String header) {
        return parse(header, Instant.now().atOffset(ZoneOffset.UTC).getYear());
    }

    private static final class Reader {
        private final String text;
        private int at;
        private boolean bad;

        Reader(String text) {
            this.text = text;
        }

        @Nullable LocalDateTime read(int thisYear) {
            int day;
            int month;
            int year;
            int comma = text.indexOf(',');
            if (comma == 3) {
                word(3);
                literal(", ");
                day = number(2);
                literal(" ");
                month = month();
                literal(" ");
                year = number(4);
            } else if (comma > 5 && comma < 10) {
                word(comma);
                literal(", ");
                day = number(2);
                literal("-");
                month = month();
                literal("-");
                year = number(2);
            } else {
                word(3);
                literal(" ");
                month = month();
                literal(" ");
                day = spacedNumber();
                literal(" ");
                return time(day, month, -1, thisYear);
            }
            literal(" ");
            return time(day, month, year, thisYear);
        }

        private @Nullable LocalDateTime time(int day, int month, int givenYear, int thisYear) {
            int hour = number(2);
            literal(":");
            int minute = number(2);
            literal(":");
            int second = number(2);
            literal(" ");
            int year = givenYear;
            if (year < 0) {
                year = number(4);
            } else {
                literal("GMT");
            }
            if (bad || at != text.length()) {
                return null;
            }
            if (year < 100) {
                // More than 50 years ahead means the past century.
                int century = thisYear - thisYear % 100;
                year += year - thisYear % 100 > 50 ? century - 100 : century;
            }
            return LocalDateTime.of(year, month, day, hour, minute, second);
        }

        private void literal(String expected) {
            bad |= !text.startsWith(expected, at);
            at += expected.length();
        }

        private void word(int length) {
            for (int i = 0; i < length; i++) {
                char c = charAt();
                bad |= !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
            }
        }

        private int month() {
            int from = Math.min(at, text.length());
            int to = Math.min(at + 3, text.length());
            int month = MONTHS.indexOf(text.substring(from, to).toLowerCase(Locale.ROOT)) + 1;
            bad |= month == 0;
            at += 3;
            return month;
        }

        private int spacedNumber() {
            if (at < text.length() && text.charAt(at) == ' ') {
                at++;
                return number(1);
            }
            return number(2);
        }

        private int number(int digits) {
            int value = 0;
            for (int i = 0; i < digits; i++) {
                char c = charAt();
                bad |= c < '0' || c > '9';
                value = value * 10 + c - '0';
            }
            return value;
        }

        private char charAt() {
            char c = at < text.length() ? text.charAt(at) : '\0';
            at++;
            return c;
        }
    }
}
