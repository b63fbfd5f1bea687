package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.sql.Codec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What generated mappings do with the values of fields.
public final class FieldValues {

    private FieldValues() {}

    /// {@return the value that a column holds; null for NULL}
    public static <V> @Nullable V decoded(Codec<V> codec, @Nullable Object stored) {
        return stored == null ? null : codec.decode(stored);
    }

    /// {@return what the column holds for a value; null for null}
    public static <V> @Nullable Object encoded(Codec<V> codec, @Nullable V value) {
        return value == null ? null : codec.encode(value);
    }

    /// {@return whether two numbers are the same, whatever their scale: 1.5 and 1.50 are}
    public static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /// Returns the value for a field that may hold null. A whole number fits a field of another
    /// size if it lies within; nothing else is converted.
    ///
    /// @param type of the field
    /// @param field as `Album.title`, for the message
    /// @throws MappingException when it is of another type
    public static <V> @Nullable V fitting(Class<V> type, @Nullable Object value, String field) {
        return value == null ? null : required(type, value, field);
    }

    /// {@return the value for a field that cannot hold null, converted as for {@link #fitting}}
    ///
    /// @throws MappingException when it is null or of another type
    public static <V> V required(Class<V> type, @Nullable Object value, String field) {
        Object fitted = value instanceof Number number ? resized(type, number) : value;
        if (type.isInstance(fitted)) {
            return type.cast(fitted);
        }
        String got = value == null ? "null" : value.getClass().getSimpleName();
        throw new MappingException(
                Problem.of(
                                "orm.E007",
                                field + " takes " + type.getSimpleName() + ", not " + got + ".")
                        .fixedBy("Convert it first."));
    }

    /// {@return the value for a truth}
    public static boolean bool(@Nullable Object value, String field) {
        return value instanceof Boolean truth ? truth : required(Boolean.class, value, field);
    }

    /// {@return the value for a truth, or for none}
    public static @Nullable Boolean boolOrNull(@Nullable Object value, String field) {
        return fitting(Boolean.class, value, field);
    }

    /// {@return the value for a whole number of 4 bytes}
    public static int int32(@Nullable Object value, String field) {
        return value instanceof Integer number ? number : required(Integer.class, value, field);
    }

    /// {@return the value for a whole number of 4 bytes, or for none}
    public static @Nullable Integer int32OrNull(@Nullable Object value, String field) {
        return fitting(Integer.class, value, field);
    }

    /// {@return the value for a whole number of 8 bytes}
    public static long int64(@Nullable Object value, String field) {
        return value instanceof Long number ? number : required(Long.class, value, field);
    }

    /// {@return the value for a whole number of 8 bytes, or for none}
    public static @Nullable Long int64OrNull(@Nullable Object value, String field) {
        return fitting(Long.class, value, field);
    }

    /// {@return the value for a floating-point number}
    public static double float64(@Nullable Object value, String field) {
        return value instanceof Double number ? number : required(Double.class, value, field);
    }

    /// {@return the value for a floating-point number, or for none}
    public static @Nullable Double float64OrNull(@Nullable Object value, String field) {
        return fitting(Double.class, value, field);
    }

    /// {@return the value for a text}
    public static @Nullable String text(@Nullable Object value, String field) {
        return fitting(String.class, value, field);
    }

    /// {@return the value for an exact number}
    public static @Nullable BigDecimal decimal(@Nullable Object value, String field) {
        return fitting(BigDecimal.class, value, field);
    }

    /// {@return the value for a day}
    public static @Nullable LocalDate date(@Nullable Object value, String field) {
        return fitting(LocalDate.class, value, field);
    }

    /// {@return the value for a point in time}
    public static @Nullable Instant instant(@Nullable Object value, String field) {
        return fitting(Instant.class, value, field);
    }

    private static Object resized(Class<?> type, Number number) {
        if (!(number instanceof Long || number instanceof Integer || number instanceof Short)) {
            return number;
        }
        long value = number.longValue();
        if (type == Long.class) {
            return value;
        }
        if (type == Integer.class && value == (int) value) {
            return (int) value;
        }
        if (type == Short.class && value == (short) value) {
            return (short) value;
        }
        return number;
    }
}
