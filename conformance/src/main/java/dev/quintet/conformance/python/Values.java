package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What Python's own functions ask of any value.
public final class Values {

    private Values() {}

    /// {@return `bool(value)`}
    public static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case PythonObject object -> object.truth();
            case String text -> !text.isEmpty();
            case byte[] bytes -> bytes.length > 0;
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case BigDecimal decimal -> decimal.signum() != 0;
            case Number number -> number.doubleValue() != 0;
            case Duration duration -> !duration.isZero();
            default -> true;
        };
    }

    /// {@return what `for` goes over}
    public static Iterable<@Nullable Object> iterate(@Nullable Object value) {
        return switch (value) {
            case PythonObject object -> object.iterate();
            case String text -> {
                List<@Nullable Object> characters = new ArrayList<>();
                text.codePoints().forEach(one -> characters.add(Character.toString(one)));
                yield characters;
            }
            case byte[] bytes -> {
                List<@Nullable Object> numbers = new ArrayList<>();
                for (byte one : bytes) {
                    numbers.add((long) (one & 0xff));
                }
                yield numbers;
            }
            // Copied, since a loop may change what it goes over.
            case Collection<?> collection -> new ArrayList<@Nullable Object>(collection);
            case Map<?, ?> map -> new ArrayList<@Nullable Object>(map.keySet());
            case null, default ->
                    throw PythonError.type("'" + typeName(value) + "' object is not iterable");
        };
    }

    /// {@return `list(value)`}
    public static List<@Nullable Object> list(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        iterate(value).forEach(list::add);
        return list;
    }

    /// {@return `len(value)`}
    public static long length(@Nullable Object value) {
        return switch (value) {
            case PythonObject object -> object.length();
            case String text -> text.codePointCount(0, text.length());
            case byte[] bytes -> bytes.length;
            case Collection<?> collection -> collection.size();
            case Map<?, ?> map -> map.size();
            case null, default ->
                    throw PythonError.type("object of type '" + typeName(value) + "' has no len()");
        };
    }

    /// {@return `value(...)`}
    public static @Nullable Object call(@Nullable Object called, Arguments arguments) {
        if (called instanceof PythonObject object) {
            return object.call(arguments);
        }
        throw PythonError.type("'" + typeName(called) + "' object is not callable");
    }

    /// {@return `str(value)`}
    public static String text(@Nullable Object value) {
        return Texts.plain(value);
    }

    /// {@return the value as a key of a dict or an element of a set: equal numbers are one key}
    public static @Nullable Object key(@Nullable Object value) {
        return switch (value) {
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                    number.longValue();
            case BigDecimal decimal
                    when decimal.stripTrailingZeros().scale() <= 0
                            && decimal.precision() - decimal.scale() < 18 ->
                    decimal.longValue();
            case BigDecimal decimal -> decimal.stripTrailingZeros();
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Tuple tuple -> tuple;
            case List<?> _, Map<?, ?> _, Set<?> _ ->
                    throw PythonError.type("unhashable type: '" + typeName(value) + "'");
            case null -> null;
            default -> value;
        };
    }

    /// {@return a whole number}
    ///
    /// @throws PythonError a TypeError when it is none
    public static long integer(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number;
            case Short number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case BigInteger number -> number.longValueExact();
            case PythonObject object when object.attribute("__index__") instanceof Long number ->
                    number;
            case null, default ->
                    throw PythonError.type(
                            "'" + typeName(value) + "' object cannot be interpreted as an integer");
        };
    }

    /// {@return the name of a value's class}
    public static String typeName(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case PythonObject object -> object.typeName();
            case Boolean _ -> "bool";
            case Long _, Integer _, Short _, BigInteger _ -> "int";
            case Double _, Float _ -> "float";
            case BigDecimal _ -> "Decimal";
            case String _ -> "str";
            case byte[] _ -> "bytes";
            case Tuple _ -> "tuple";
            case List<?> _ -> "list";
            case Set<?> _ -> "set";
            case Map<?, ?> _ -> "dict";
            case LocalDate _ -> "date";
            case LocalTime _ -> "time";
            case LocalDateTime _, ZonedDateTime _ -> "datetime";
            case Duration _ -> "timedelta";
            case UUID _ -> "UUID";
            default -> value.getClass().getSimpleName();
        };
    }

    /// {@return whether two values are equal to Python}
    public static boolean equal(@Nullable Object one, @Nullable Object other) {
        return truth(Comparisons.compare("Eq", one, other));
    }

    static boolean sameBytes(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }
}
