package dev.quintet.test;

import dev.quintet.kernel.text.Words;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Values that fit a field and are no two alike, as far as its type has room: the n-th of each.
final class SampleValues {

    private static final int SECONDS_A_DAY = 86_400;

    private SampleValues() {}

    /// {@return the n-th value, as a column stores it}
    ///
    /// @param type kind of the column
    /// @param n from 1
    static Object of(FieldState field, SqlType type, long n) {
        if (!field.choices().isEmpty()) {
            int pick = field.unique() ? (int) ((n - 1) % field.choices().size()) : 0;
            return field.choices().get(pick).value();
        }
        return switch (type) {
            case SqlType.VarChar(int length) -> text(field, length, n);
            case SqlType.Text _ -> text(field, Integer.MAX_VALUE, n);
            case SqlType.SmallInt _ -> (int) (n % Short.MAX_VALUE);
            case SqlType.Int _ -> (int) (n % Integer.MAX_VALUE);
            case SqlType.BigInt _, SqlType.TargetKey _ -> n;
            case SqlType.Decimal(int digits, int decimals) -> decimal(digits, decimals, n);
            case SqlType.DoublePrecision _ -> (double) n;
            case SqlType.Bool _ -> false;
            case SqlType.Date _ -> LocalDate.of(2000, 1, 1).plusDays(n % 20_000);
            case SqlType.Time _ -> LocalTime.ofSecondOfDay(n % SECONDS_A_DAY);
            case SqlType.Timestamp _ -> Instant.parse("2000-01-01T00:00:00Z").plusSeconds(n);
            case SqlType.LocalTimestamp _ -> LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(n);
            case SqlType.Interval _ -> Duration.ofSeconds(n);
            case SqlType.Uuid _ -> new UUID(0x4000L, 0x8000_0000_0000_0000L | n);
            case SqlType.Binary _ -> Long.toString(n).getBytes(StandardCharsets.UTF_8);
            case SqlType.Json _ -> "{}";
            case SqlType.Inet _ -> "10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
            case SqlType.ArrayOf(var element) -> List.of(of(field, element, n));
            case SqlType.RangeOf _ -> "empty";
            case SqlType.Hstore _ -> Map.of(field.name(), Long.toString(n));
        };
    }

    private static String text(FieldState field, int length, long n) {
        String kind = (field.type().name() + " " + field.name()).toLowerCase(Locale.ROOT);
        String number = Long.toString(n);
        String text;
        if (kind.contains("email")) {
            text = "person" + number + "@example.com";
        } else if (kind.startsWith("slugfield")) {
            text = field.name().toLowerCase(Locale.ROOT) + "-" + number;
        } else if (kind.contains("url") || kind.contains("website")) {
            text = "https://example.com/" + number;
        } else {
            text = Words.capFirst(field.verboseName()) + " " + number;
        }
        if (text.length() <= length) {
            return text;
        }
        // Too short for words: the number alone, its last digits where even that is too long.
        return number.length() <= length ? number : number.substring(number.length() - length);
    }

    private static BigDecimal decimal(int digits, int decimals, long n) {
        BigDecimal room = BigDecimal.TEN.pow(digits - decimals);
        BigDecimal whole = BigDecimal.valueOf(n).remainder(room);
        return whole.setScale(decimals, java.math.RoundingMode.UNNECESSARY);
    }
}
