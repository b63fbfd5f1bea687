package dev.quintet.orm.sql;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
