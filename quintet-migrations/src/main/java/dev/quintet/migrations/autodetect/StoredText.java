package dev.quintet.migrations.autodetect;

import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/// Reads what somebody typed as the value of a field, as it is stored.
final class StoredText {

    private StoredText() {}

    /// @param name of the field, for the message
    static Object parse(String name, FieldState field, String text) {
        try {
            return switch (field.type().sql()) {
                case SqlType.SmallInt _, SqlType.Int _ -> Integer.valueOf(text.strip());
                case SqlType.BigInt _, SqlType.TargetKey _ -> Long.valueOf(text.strip());
                case SqlType.Decimal _ -> new BigDecimal(text.strip());
                case SqlType.DoublePrecision _ -> Double.valueOf(text.strip());
                case SqlType.Bool _ -> truth(text.strip());
                case SqlType.Date _ -> LocalDate.parse(text.strip());
                case SqlType.Time _ -> LocalTime.parse(text.strip());
                case SqlType.Timestamp _ -> Instant.parse(text.strip());
                case SqlType.LocalTimestamp _ -> LocalDateTime.parse(text.strip());
                case SqlType.Interval _ -> Duration.parse(text.strip());
                case SqlType.Uuid _ -> UUID.fromString(text.strip());
                default -> text;
            };
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E023",
                                    "'" + text + "' is no value for the field " + name + ".")
                            .because("It is a " + field.type().name() + ".")
                            .fixedBy(
                                    "Write numbers plainly, true or false, dates as 2026-11-25,"
                                            + " times as 2026-11-25T15:30:00Z, durations as PT1H."),
                    wrong);
        }
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
