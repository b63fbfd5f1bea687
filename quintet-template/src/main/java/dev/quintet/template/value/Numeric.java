package dev.quintet.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Numbers of different types met as one kind.
public final class Numeric {

    private Numeric() {}

    /// {@return `value` as a number, with truth as 0 and 1; `null` when it is none}
    public static @Nullable Number of(@Nullable Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean truth -> truth ? 1L : 0L;
            case null, default -> null;
        };
    }

    /// {@return whether `number` is of a type without a fraction}
    public static boolean isWhole(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
    }

    /// {@return a negative number, zero or a positive number as `a` is below, equal to or above
    /// `b`; what is not a number (NaN) is above all and equal to itself}
    public static int compare(Number a, Number b) {
        if (isSmall(a) && isSmall(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        if (isInexact(a) || isInexact(b)) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                return Double.compare(x, y);
            }
        }
        return exact(a).compareTo(exact(b));
    }

    /// {@return `number` without loss}
    ///
    /// @throws NumberFormatException for what is infinite or not a number
    public static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger whole -> new BigDecimal(whole);
            case Double d -> new BigDecimal(d);
            case Float f -> new BigDecimal(f);
            default ->
                    isSmall(number)
                            ? BigDecimal.valueOf(number.longValue())
                            : new BigDecimal(number.toString());
        };
    }

    /// {@return the whole number that `value` is or says, cut towards zero, as Python's `int()`;
    /// `null` when it says none}
    public static @Nullable BigInteger whole(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
            case BigInteger whole -> whole;
            case Double d -> Double.isFinite(d) ? new BigDecimal(d).toBigInteger() : null;
            case Float f -> Float.isFinite(f) ? new BigDecimal(f).toBigInteger() : null;
            case Number number -> exact(number).toBigInteger();
            case CharSequence text -> parseWhole(text.toString());
            default -> null;
        };
    }

    /// {@return `whole` as the smallest usual type}
    public static Number shrink(BigInteger whole) {
        return whole.bitLength() < 64 ? (Number) whole.longValue() : whole;
    }

    /// {@return the sum, in the wider of both types}
    public static Number add(Number a, Number b) {
        if (isWhole(a) && isWhole(b)) {
            return shrink(exact(a).toBigIntegerExact().add(exact(b).toBigIntegerExact()));
        }
        if (isInexact(a) || isInexact(b)) {
            return a.doubleValue() + b.doubleValue();
        }
        return exact(a).add(exact(b));
    }

    /// {@return the number that `value` is or says, as Python's `float()`; `null` when it says
    /// none}
    public static @Nullable Double real(@Nullable Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1.0 : 0.0;
            case CharSequence text -> parseReal(text.toString().strip());
            case null, default -> null;
        };
    }

    private static @Nullable Double parseReal(String text) {
        if (text.length() > 400 || !text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return switch (text.toLowerCase(java.util.Locale.ROOT)) {
                case "nan" -> Double.NaN;
                case "inf", "infinity", "+inf", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                default -> null;
            };
        }
        return Double.valueOf(text);
    }

    private static @Nullable BigInteger parseWhole(String text) {
        String digits = text.strip();
        if (digits.length() > 4300 || !digits.matches("[-+]?\\d+(_\\d+)*")) {
            return null;
        }
        return new BigInteger(digits.replace("_", ""));
    }

    /// {@return whether `number` is one of the two infinities}
    public static boolean isInfinite(Number number) {
        return isInexact(number) && Double.isInfinite(number.doubleValue());
    }

    private static boolean isSmall(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte;
    }

    private static boolean isInexact(Number number) {
        return number instanceof Double || number instanceof Float;
    }
}
