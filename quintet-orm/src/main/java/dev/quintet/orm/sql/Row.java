package dev.quintet.orm.sql;

import dev.quintet.orm.state.SqlType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The current row of a result, read by column: what generated mappings read entities from.
///
/// Columns count from 1. NULL is null, or zero and false for primitives. Belongs to one thread, and
/// only until the next row.
public interface Row {

    /// {@return whether the column is NULL}
    boolean isNull(int column);

    /// {@return text}
    @Nullable String text(int column);

    /// {@return a whole number of 4 bytes, 0 for NULL}
    int int32(int column);

    /// {@return a whole number of 8 bytes, 0 for NULL}
    long int64(int column);

    /// {@return a floating-point number, 0 for NULL}
    double float64(int column);

    /// {@return a truth value, false for NULL}
    boolean bool(int column);

    /// {@return an exact number}
    @Nullable BigDecimal decimal(int column);

    /// {@return an exact number with as many decimals at least: databases that keep numbers by
    /// value give 5 back for 5.00}
    default @Nullable BigDecimal decimal(int column, int decimals) {
        BigDecimal value = decimal(column);
        return value == null || value.scale() >= decimals ? value : value.setScale(decimals);
    }

    /// {@return a day}
    @Nullable LocalDate date(int column);

    /// {@return a time of day}
    @Nullable LocalTime time(int column);

    /// {@return a point in time}
    @Nullable Instant instant(int column);

    /// {@return a day and time in no zone}
    @Nullable LocalDateTime localDateTime(int column);

    /// {@return a length of time}
    @Nullable Duration duration(int column);

    /// {@return a UUID}
    @Nullable UUID uuid(int column);

    /// {@return bytes}
    byte @Nullable [] bytes(int column);

    /// {@return values in a row, as stored}
    ///
    /// @param element kind of each
    @Nullable List<@Nullable Object> list(int column, SqlType element);

    /// {@return texts under names}
    @Nullable Map<String, @Nullable String> texts(int column);

    /// {@return a value of a kind that is not known beforehand, as stored}
    default @Nullable Object stored(int column, SqlType type) {
        return switch (type) {
            case SqlType.VarChar _,
                    SqlType.Text _,
                    SqlType.Json _,
                    SqlType.Inet _,
                    SqlType.RangeOf _ ->
                    text(column);
            case SqlType.SmallInt _, SqlType.Int _ -> int32OrNull(column);
            case SqlType.BigInt _, SqlType.TargetKey _ -> int64OrNull(column);
            case SqlType.Decimal(_, int decimals) -> decimal(column, decimals);
            case SqlType.DoublePrecision _ -> float64OrNull(column);
            case SqlType.Bool _ -> boolOrNull(column);
            case SqlType.Date _ -> date(column);
            case SqlType.Time _ -> time(column);
            case SqlType.Timestamp _ -> instant(column);
            case SqlType.LocalTimestamp _ -> localDateTime(column);
            case SqlType.Interval _ -> duration(column);
            case SqlType.Uuid _ -> uuid(column);
            case SqlType.Binary _ -> bytes(column);
            case SqlType.ArrayOf(var element) -> list(column, element);
            case SqlType.Hstore _ -> texts(column);
        };
    }

    /// {@return a whole number of 4 bytes}
    default @Nullable Integer int32OrNull(int column) {
        int value = int32(column);
        return value == 0 && isNull(column) ? null : Integer.valueOf(value);
    }

    /// {@return a whole number of 8 bytes}
    default @Nullable Long int64OrNull(int column) {
        long value = int64(column);
        return value == 0 && isNull(column) ? null : Long.valueOf(value);
    }

    /// {@return a floating-point number}
    default @Nullable Double float64OrNull(int column) {
        double value = float64(column);
        return value == 0 && isNull(column) ? null : Double.valueOf(value);
    }

    /// {@return a truth value}
    default @Nullable Boolean boolOrNull(int column) {
        boolean value = bool(column);
        return (!value && isNull(column)) ? null : Boolean.valueOf(value);
    }

    /// {@return what the driver makes of the column, or `null`: for values of no known type}
    default @Nullable Object plain(int column) {
        return text(column);
    }
}
