package dev.quintet.orm;

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

/// What a column of a model without a class takes.
final class HistoricalValues {

    private HistoricalValues() {}

    /// {@return the value as the column's type in Java}
    ///
    /// @param field as `catalog.Album.title`, for the message
    /// @throws MappingException when it is of another type
    static @Nullable Object fitting(SqlType type, @Nullable Object value, String field) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case SqlType.VarChar _, SqlType.Text _ ->
                    FieldValues.required(String.class, text(value), field);
            case SqlType.SmallInt _, SqlType.Int _ ->
                    FieldValues.required(Integer.class, value, field);
            case SqlType.BigInt _, SqlType.TargetKey _ ->
                    FieldValues.required(Long.class, value, field);
            case SqlType.Decimal _ ->
                    FieldValues.required(
                            BigDecimal.class,
                            whole(value) ? BigDecimal.valueOf(((Number) value).longValue()) : value,
                            field);
            case SqlType.DoublePrecision _ ->
                    FieldValues.required(
                            Double.class,
                            whole(value) || value instanceof Float
                                    ? Double.valueOf(((Number) value).doubleValue())
                                    : value,
                            field);
            case SqlType.Bool _ -> FieldValues.required(Boolean.class, value, field);
            case SqlType.Date _ -> FieldValues.required(LocalDate.class, value, field);
            case SqlType.Time _ -> FieldValues.required(LocalTime.class, value, field);
            case SqlType.Timestamp _ -> FieldValues.required(Instant.class, value, field);
            case SqlType.LocalTimestamp _ ->
                    FieldValues.required(LocalDateTime.class, value, field);
            case SqlType.Interval _ -> FieldValues.required(Duration.class, value, field);
            case SqlType.Uuid _ -> FieldValues.required(UUID.class, value, field);
            case SqlType.Binary _ -> FieldValues.required(byte[].class, value, field);
            case SqlType.Inet _ -> FieldValues.required(String.class, value, field);
            case SqlType.ArrayOf _ -> FieldValues.required(List.class, value, field);
            case SqlType.Hstore _ -> FieldValues.required(Map.class, value, field);
            case SqlType.Json _, SqlType.RangeOf _ -> value;
        };
    }

    private static boolean whole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short;
    }

    private static Object text(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name();
            case Slug slug -> slug.text();
            case StoredFile file -> file.name();
            default -> value;
        };
    }
}
