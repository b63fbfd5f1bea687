package dev.quintet.admin;

import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value that an address names, read as its column wants it.
final class TextValue {

    private TextValue() {}

    /// {@return the value}
    ///
    /// @param type of the column; `null` for text
    /// @throws BadLookupException when the text can be none
    static Object parse(@Nullable SqlType type, String text) throws BadLookupException {
        try {
            return switch (type) {
                case SqlType.Bool _ -> truth(text);
                case SqlType.SmallInt _, SqlType.Int _ -> Integer.valueOf(text);
                case SqlType.BigInt _ -> Long.valueOf(text);
                case SqlType.Decimal _ -> new BigDecimal(text);
                case SqlType.DoublePrecision _ -> Double.valueOf(text);
                case SqlType.Date _ -> LocalDate.parse(text);
                case SqlType.Time _ -> LocalTime.parse(text);
                case SqlType.Timestamp _ -> Instant.parse(text);
                case SqlType.LocalTimestamp _ -> LocalDateTime.parse(text);
                case SqlType.Uuid _ -> UUID.fromString(text);
                case null, default -> {
                    if (text.indexOf('\0') >= 0) {
                        throw new BadLookupException();
                    }
                    yield text;
                }
            };
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new BadLookupException(wrong);
        }
    }

    /// {@return a truth value, as addresses of Django write it}
    static Boolean truth(String text) throws BadLookupException {
        return switch (text) {
            case "1", "True", "true" -> true;
            case "0", "False", "false" -> false;
            default -> throw new BadLookupException();
        };
    }
}
