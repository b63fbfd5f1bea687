package dev.quintet.kernel.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;

/// Numbers as text, cut and grouped but never rounded: rounding is for the caller. Django:
/// `numberformat`.
public final class Numbers {

    private static final int MOST_DIGITS = 200;
    private static final int LONGEST_BASE36 = 13;

    private Numbers() {}

    /// {@return `number` in the given style}
    ///
    /// A number of more than 200 digits is written with an exponent.
    public static String format(Number number, NumberStyle style) {
        if (number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger) {
            return format(number.toString(), style);
        }
        if (number instanceof BigDecimal exact) {
            return format(exact, style);
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
        }
        var exact = new BigDecimal(number.toString());
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            return format(exact.stripTrailingZeros(), style);
        }
        return format((size == 0 && 1 / value < 0 ? "-" : "") + exact.toPlainString(), style);
    }

    private static String format(BigDecimal number, NumberStyle style) {
        Integer decimals = style.decimals();
        BigDecimal value = number;
        if (decimals != null && value.abs().compareTo(BigDecimal.ONE.movePointLeft(decimals)) < 0) {
            value = BigDecimal.ZERO;
        }
        long digits = (long) value.precision() + Math.abs((long) value.scale());
        if (digits <= MOST_DIGITS) {
            return format(value.toPlainString(), style);
        }
        long exponent = (long) value.precision() - value.scale() - 1;
        var coefficient = new BigDecimal(value.unscaledValue(), value.precision() - 1);
        return format(coefficient.toPlainString(), style)
                + "e"
                + (exponent < 0 ? "" : "+")
                + exponent;
    }

    /// {@return a number that is text already, with `.` before its decimals, in the given style}
    public static String format(String number, NumberStyle style) {
        if (number.isEmpty()) {
            return number;
        }
        boolean negative = number.charAt(0) == '-';
        int dot = number.indexOf('.');
        String whole = number.substring(negative ? 1 : 0, dot < 0 ? number.length() : dot);
        var part = new StringBuilder(dot < 0 ? "" : number.substring(dot + 1));
        Integer decimals = style.decimals();
        if (decimals != null) {
            while (part.length() < decimals) {
                part.append('0');
            }
            part.setLength(Math.max(0, decimals));
        }
        String grouped = style.grouped() ? grouped(whole, style) : whole;
        return (negative ? "-" : "")
                + grouped
                + (part.isEmpty() ? "" : style.decimalSeparator() + part);
    }

    private static String grouped(String whole, NumberStyle style) {
        var groups = style.groups();
        int index = 0;
        int size = groups.getFirst();
        var cuts = new ArrayDeque<Integer>();
        int end = whole.length();
        while (end > size) {
            end -= size;
            cuts.push(end);
            if (index + 1 < groups.size()) {
                int next = groups.get(++index);
                size = next == 0 ? size : next;
            }
        }
        var out = new StringBuilder().append(whole, 0, end);
        while (!cuts.isEmpty()) {
            int from = cuts.pop();
            Integer to = cuts.peek();
            out.append(style.groupSeparator());
            out.append(whole, from, to == null ? whole.length() : to);
        }
        return out.toString();
    }

    /// {@return a number of at least 0 in base 36, in lower case}
    ///
    /// @throws TextException when it is negative
    public static String toBase36(long number) {
        if (number < 0) {
            throw new TextException(
                    dev.quintet.kernel.error.Problem.of(
                            "kernel.E063", "A negative number has no base 36 form: " + number));
        }
        return Long.toString(number, 36);
    }

    /// {@return the number that base 36 digits mean}
    ///
    /// @throws TextException when they are none, or more than 13
    public static long fromBase36(String digits) {
        try {
            if (digits.length() <= LONGEST_BASE36 && digits.chars().allMatch(c -> c < 128)) {
                long value = Long.parseLong(digits, 36);
                if (value >= 0) {
                    return value;
                }
            }
        } catch (NumberFormatException wrong) {
            // told below, in the same words as a number that is too long
        }
        throw new TextException(
                dev.quintet.kernel.error.Problem.of(
                                "kernel.E064", "Not a number in base 36: '" + digits + "'.")
                        .because("1 to 13 digits of 0-9 and a-z were expected."));
    }
}
