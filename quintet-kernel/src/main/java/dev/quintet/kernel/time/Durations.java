package dev.quintet.kernel.time;

import dev.quintet.kernel.text.scan.Chars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Durations as text and back, to the microsecond.
public final class Durations {

    private static final long DAY_MICROS = 86_400_000_000L;

    private Durations() {}

    /// {@return `[days ]hh:mm:ss[.ffffff]`; of a negative duration only the days are negative}
    public static String format(Duration duration) {
        long days = Math.floorDiv(duration.toSeconds(), 86400L);
        var out = new StringBuilder();
        if (days != 0) {
            out.append(days).append(' ');
        }
        int seconds = (int) Math.floorMod(duration.toSeconds(), 86400L);
        DateLetters.padded(seconds / 3600, 2, out);
        DateLetters.padded(seconds / 60 % 60, 2, out.append(':'));
        DateLetters.padded(seconds % 60, 2, out.append(':'));
        micros(duration, out);
        return out.toString();
    }

    /// {@return the form of ISO 8601 that Django writes: `P3DT02H00M00S`}
    public static String formatIso(Duration duration) {
        Duration size = duration.abs();
        var out = new StringBuilder(duration.isNegative() ? "-P" : "P");
        out.append(size.toDays()).append("DT");
        DateLetters.padded(size.toHoursPart(), 2, out);
        DateLetters.padded(size.toMinutesPart(), 2, out.append('H'));
        DateLetters.padded(size.toSecondsPart(), 2, out.append('M'));
        micros(size, out);
        return out.append('S').toString();
    }

    /// {@return the number of whole microseconds}
    ///
    /// @throws ArithmeticException beyond 292,000 years
    public static long toMicros(Duration duration) {
        return Math.addExact(
                Math.multiplyExact(duration.toSeconds(), 1_000_000L),
                duration.toNanosPart() / 1000);
    }

    private static void micros(Duration duration, StringBuilder out) {
        int micros = duration.toNanosPart() / 1000;
        if (micros != 0) {
            DateLetters.padded(micros, 6, out.append('.'));
        }
    }

    /// {@return the duration that a text means, or `null` when it means none}
    ///
    /// Reads `3 days, 04:05:06.7`, `4:05`, seconds alone, ISO 8601 without months and years, and
    /// what PostgreSQL writes.
    ///
    /// @throws java.time.DateTimeException when it is too long for a {@link Duration}
    public static @Nullable Duration parse(String text) {
        try {
            Duration found = clock(text);
            if (found == null) {
                found = iso(text);
            }
            return found == null ? postgres(text) : found;
        } catch (ArithmeticException tooLong) {
            throw new java.time.DateTimeException("The duration is too long: " + text, tooLong);
        }
    }

    /// A place in a text.
    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        boolean take(String expected) {
            if (!text.startsWith(expected, at)) {
                return false;
            }
            at += expected.length();
            return true;
        }

        @Nullable String digits() {
            int start = at;
            while (at < text.length() && Chars.asciiDigit(text.charAt(at))) {
                at++;
            }
            return at > start ? text.substring(start, at) : null;
        }

        boolean ended() {
            return at == text.length() || (at == text.length() - 1 && text.charAt(at) == '\n');
        }
    }

    private static Duration of(long sign, String days, String h, String m, BigDecimal seconds) {
        BigDecimal total =
                new BigDecimal(h)
                        .multiply(BigDecimal.valueOf(3600))
                        .add(new BigDecimal(m).multiply(BigDecimal.valueOf(60)))
                        .add(seconds)
                        .multiply(BigDecimal.valueOf(sign))
                        .add(number(days).multiply(BigDecimal.valueOf(86400)));
        return exact(total);
    }

    private static BigDecimal number(String text) {
        if (text.length() > 30) {
            throw new ArithmeticException("too many digits");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static Duration exact(BigDecimal seconds) {
        BigDecimal micros = seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal[] parts = micros.divideAndRemainder(BigDecimal.valueOf(1_000_000));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact() * 1000);
    }

    /// `[-]D [days, ][-][[h:]m:]s[.f]`
    private static @Nullable Duration clock(String text) {
        var cursor = new Cursor(text);
        String days = "0";
        boolean minus = cursor.take("-");
        String first = cursor.digits();
        if (first != null && cursor.take(" ")) {
            days = (minus ? "-" : "") + first;
            if (!cursor.take("days, ")) {
                cursor.take("day, ");
            }
            minus = cursor.take("-");
        } else {
            cursor.at = minus ? 1 : 0;
        }
        String[] parts = {"0", "0", "0"};
        int found = 0;
        while (found < 3) {
            String number = cursor.digits();
            if (number == null) {
                return null;
            }
            if (number.length() > 18) {
                throw new ArithmeticException("too many digits");
            }
            parts[found++] = number;
            if (!cursor.take(":")) {
                break;
            }
            if (found == 3) {
                return null;
            }
        }
        String fraction = "0";
        if (cursor.take(".") || cursor.take(",")) {
            String digits = cursor.digits();
            if (digits == null || digits.length() > 12) {
                return null;
            }
            fraction = digits.substring(0, Math.min(6, digits.length()));
        }
        if (!cursor.ended()) {
            return null;
        }
        String hours = found == 3 ? parts[0] : "0";
        String minutes = found == 1 ? "0" : parts[found - 2];
        var seconds = new BigDecimal(parts[found - 1] + "." + fraction);
        return of(minus ? -1 : 1, days, hours, minutes, seconds);
    }

    private static @Nullable Duration iso(String text) {
        var cursor = new Cursor(text);
        boolean minus = cursor.take("-");
        if (!minus) {
            cursor.take("+");
        }
        if (!cursor.take("P")) {
            return null;
        }
        BigDecimal days = BigDecimal.ZERO;
        int back = cursor.at;
        BigDecimal number = fraction(cursor);
        if (number != null && cursor.take("D")) {
            days = number;
        } else {
            cursor.at = back;
        }
        BigDecimal seconds = BigDecimal.ZERO;
        if (cursor.take("T")) {
            String units = "HMS";
            long[] sizes = {3600, 60, 1};
            for (int i = 0; i < 3; i++) {
                back = cursor.at;
                number = fraction(cursor);
                if (number != null && cursor.take(units.substring(i, i + 1))) {
                    seconds = seconds.add(number.multiply(BigDecimal.valueOf(sizes[i])));
                } else {
                    cursor.at = back;
                }
            }
        }
        if (!cursor.ended()) {
            return null;
        }
        BigDecimal total = days.multiply(BigDecimal.valueOf(86400)).add(seconds);
        return exact(minus ? total.negate() : total);
    }

    private static @Nullable BigDecimal fraction(Cursor cursor) {
        String whole = cursor.digits();
        if (whole == null) {
            return null;
        }
        int back = cursor.at;
        String part = cursor.take(".") || cursor.take(",") ? cursor.digits() : null;
        if (part == null) {
            cursor.at = back;
            return number(whole);
        }
        return number(whole + "." + part.substring(0, Math.min(12, part.length())));
    }

    /// `[D days ][+-]hh:mm:ss[.f]`
    private static @Nullable Duration postgres(String text) {
        var cursor = new Cursor(text);
        String days = "0";
        boolean negative = cursor.take("-");
        String first = cursor.digits();
        if (first != null && cursor.take(" day")) {
            cursor.take("s");
            cursor.take(" ");
            days = (negative ? "-" : "") + first;
            if (cursor.ended()) {
                return of(1, days, "0", "0", BigDecimal.ZERO);
            }
        } else {
            cursor.at = 0;
        }
        boolean minus = cursor.take("-");
        if (!minus) {
            cursor.take("+");
        }
        String hours = cursor.digits();
        if (hours == null || !cursor.take(":")) {
            return text.isEmpty() ? Duration.ZERO : null;
        }
        String minutes = cursor.digits();
        if (minutes == null || minutes.length() != 2 || !cursor.take(":")) {
            return null;
        }
        String seconds = cursor.digits();
        if (seconds == null || seconds.length() != 2) {
            return null;
        }
        String fraction = "0";
        if (cursor.take(".")) {
            String digits = cursor.digits();
            if (digits == null || digits.length() > 6) {
                return null;
            }
            fraction = digits;
        }
        if (!cursor.ended() || hours.length() > 18) {
            return null;
        }
        return of(minus ? -1 : 1, days, hours, minutes, new BigDecimal(seconds + "." + fraction));
    }

    /// {@return a duration of so many microseconds}
    public static Duration ofMicros(long micros) {
        return Duration.ofDays(Math.floorDiv(micros, DAY_MICROS))
                .plusNanos(Math.floorMod(micros, DAY_MICROS) * 1000);
    }
}
