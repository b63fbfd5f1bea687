package dev.quintet.orm;

import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What columns hold as plain text, and plain text as what a column holds: the same in every
/// language and every time zone, for addresses, files and answers that people type. Forms read
/// their controls by fields of their own.
///
/// Days and times are written as ISO 8601 has them, durations as `PT1H`, truths as `true` and
/// `false`, bytes as hexadecimal digits.
public final class ColumnText {

    /// Longer numbers are none that anybody means; written out they would fill the memory.
    private static final int MOST_DIGITS = 1_000;

    private static final Pattern UUID_TEXT =
            Pattern.compile(
                    "\\p{XDigit}{8}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{12}");
    private static final int UUID_DIGITS = 32;

    private ColumnText() {}

    /// {@return the text of a value as a column holds it}
    public static String of(Object stored) {
        return switch (stored) {
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> stored.toString();
        };
    }

    /// {@return the value that a text means in a column of this type, as the column holds it;
    /// `null` where it can be none. Text is taken as it is; around other values nothing may stand}
    ///
    /// @param type `null` for text
    public static @Nullable Object read(@Nullable SqlType type, String text) {
        try {
            return switch (type) {
                case SqlType.Bool _ -> truth(text);
                case SqlType.SmallInt _ -> (int) Short.parseShort(text);
                case SqlType.Int _ -> Integer.valueOf(text);
                case SqlType.BigInt _, SqlType.TargetKey _ -> Long.valueOf(text);
                case SqlType.Decimal _ -> decimal(text);
                case SqlType.DoublePrecision _ -> Double.valueOf(text);
                case SqlType.Date _ -> LocalDate.parse(text);
                case SqlType.Time _ -> LocalTime.parse(text);
                case SqlType.Timestamp _ -> Instant.parse(text);
                case SqlType.LocalTimestamp _ -> LocalDateTime.parse(text);
                case SqlType.Interval _ -> Duration.parse(text);
                case SqlType.Uuid _ -> uuid(text);
                case SqlType.Binary _ -> HexFormat.of().parseHex(text);
                case null, default -> text.indexOf('\0') >= 0 ? null : text;
            };
        } catch (IllegalArgumentException | DateTimeException none) {
            return null;
        }
    }

    /// {@return a truth value, as we write it and as addresses of Django do; `null` where it is
    /// none}
    private static @Nullable Boolean truth(String text) {
        return switch (text) {
            case "true", "True", "1" -> true;
            case "false", "False", "0" -> false;
            default -> null;
        };
    }

    private static @Nullable BigDecimal decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            return null;
        }
        var number = new BigDecimal(text);
        return Math.abs((long) number.scale()) > MOST_DIGITS ? null : number;
    }

    private static @Nullable UUID uuid(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            return null;
        }
        String digits = text.replace("-", "");
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, UUID_DIGITS / 2), 16),
                Long.parseUnsignedLong(digits.substring(UUID_DIGITS / 2), 16));
    }
}
