package dev.quintet.template;

import dev.quintet.template.value.Numeric;
import dev.quintet.template.value.Show;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One value in Python's `%` format, for the filter `stringformat`: flags, width, precision, and
/// one of `d i u f F e E g G x X o s r c`.
final class PercentFormat {

    private static final Pattern SPEC =
            Pattern.compile(
                    "([-+ #0]{0,5})(\\d{1,6})?(?:\\.(\\d{0,4}))?[hlL]?([diufFeEgGxXosrac])(.*)",
                    Pattern.DOTALL);

    private final boolean left;
    private final boolean zero;
    private final boolean alternate;
    private final String sign;
    private final int width;
    private final int precision;

    private PercentFormat(String flags, int width, int precision) {
        this.left = flags.indexOf('-') >= 0;
        this.zero = flags.indexOf('0') >= 0;
        this.alternate = flags.indexOf('#') >= 0;
        this.sign = flags.indexOf('+') >= 0 ? "+" : flags.indexOf(' ') >= 0 ? " " : "";
        this.width = width;
        this.precision = precision;
    }

    /// {@return `value` in the format `%` + `spec`, or empty text when they do not fit}
    static String apply(String spec, @Nullable Object value, Show show) {
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches() || group(parts, 5).indexOf('%') >= 0) {
            return "";
        }
        String digits = parts.group(3);
        var format =
                new PercentFormat(
                        group(parts, 1),
                        width(group(parts, 2)),
                        digits == null ? -1 : digits.isEmpty() ? 0 : Integer.parseInt(digits));
        String text = format.convert(group(parts, 4).charAt(0), value, show);
        return text == null ? "" : text + group(parts, 5);
    }

    private static String group(Matcher parts, int number) {
        String group = parts.group(number);
        return group == null ? "" : group;
    }

    private static int width(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private @Nullable String convert(char type, @Nullable Object value, Show show) {
        return switch (type) {
            case 's' -> text(show.text(value instanceof CharSequence t ? t.toString() : value));
            case 'r', 'a' ->
                    text(show.quoted(value instanceof Object[] tuple ? show.text(tuple) : value));
            case 'c' -> character(value);
            case 'd', 'i', 'u' -> {
                Number number = Numeric.of(value);
                BigInteger whole = number == null ? null : Numeric.whole(number);
                yield whole == null
                        ? null
                        : number(whole.signum() < 0, atLeast(whole.abs().toString()));
            }
            case 'x', 'X', 'o' -> based(type, value);
            default -> real(type, value);
        };
    }

    private @Nullable String character(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return text.toString().codePointCount(0, text.length()) == 1
                    ? padded(text.toString())
                    : null;
        }
        Number number = Numeric.of(value);
        if (number == null
                || !Numeric.isWhole(number)
                || !Character.isValidCodePoint(number.intValue())) {
            return null;
        }
        return padded(Character.toString(number.intValue()));
    }

    private @Nullable String based(char type, @Nullable Object value) {
        Number number = Numeric.of(value);
        if (number == null || !Numeric.isWhole(number)) {
            return null;
        }
        BigInteger whole = Numeric.exact(number).toBigInteger();
        String digits = atLeast(whole.abs().toString(type == 'o' ? 8 : 16));
        String prefix = alternate ? (type == 'o' ? "0o" : "0x") : "";
        String text = number(whole.signum() < 0, prefix + digits);
        return type == 'X' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private @Nullable String real(char type, @Nullable Object value) {
        Number number = Numeric.of(value);
        if (number == null) {
            return null;
        }
        double size = number.doubleValue();
        if (!Double.isFinite(size)) {
            String word = Double.isNaN(size) ? "nan" : "inf";
            return padded(
                    (size < 0 ? "-" : sign)
                            + (Character.isUpperCase(type) ? word.toUpperCase(Locale.ROOT) : word));
        }
        BigDecimal exact = new BigDecimal(size);
        boolean minus = size < 0 || (size == 0 && 1 / size < 0);
        int places = precision < 0 ? 6 : precision;
        String body =
                switch (Character.toLowerCase(type)) {
                    case 'f' -> fixed(exact.abs(), places);
                    case 'e' -> exponent(exact.abs(), places);
                    default -> general(exact.abs(), places == 0 ? 1 : places);
                };
        return number(minus, Character.isUpperCase(type) ? body.toUpperCase(Locale.ROOT) : body);
    }

    private String fixed(BigDecimal size, int places) {
        String text = size.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
        return places == 0 && alternate ? text + "." : text;
    }

    private static String exponent(BigDecimal size, int places) {
        if (size.signum() == 0) {
            return (places == 0 ? "0" : "0." + "0".repeat(places)) + "e+00";
        }
        BigDecimal rounded = size.round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
        int power = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.unscaledValue().toString();
        digits =
                digits.length() < places + 1
                        ? digits + "0".repeat(places + 1 - digits.length())
                        : digits.substring(0, places + 1);
        return digits.charAt(0)
                + (places == 0 ? "" : "." + digits.substring(1))
                + (power < 0 ? "e-" : "e+")
                + (Math.abs(power) < 10 ? "0" : "")
                + Math.abs(power);
    }

    private String general(BigDecimal size, int digits) {
        if (size.signum() == 0) {
            return alternate ? "0." + "0".repeat(digits - 1) : "0";
        }
        BigDecimal rounded = size.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int power = rounded.precision() - rounded.scale() - 1;
        if (power < -4 || power >= digits) {
            String text = exponent(size, digits - 1);
            int e = text.indexOf('e');
            return alternate ? text : trimmed(text.substring(0, e)) + text.substring(e);
        }
        String text =
                rounded.setScale(Math.max(digits - 1 - power, 0), RoundingMode.HALF_EVEN)
                        .toPlainString();
        return alternate ? text : trimmed(text);
    }

    private static String trimmed(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    private String atLeast(String digits) {
        return digits.length() < precision
                ? "0".repeat(precision - digits.length()) + digits
                : digits;
    }

    private String number(boolean minus, String digits) {
        String before = minus ? "-" : sign;
        int missing = Math.min(width, Filters.WIDEST) - before.length() - digits.length();
        if (zero && !left && missing > 0) {
            int at = digits.startsWith("0x") || digits.startsWith("0o") ? 2 : 0;
            return before + digits.substring(0, at) + "0".repeat(missing) + digits.substring(at);
        }
        return padded(before + digits);
    }

    private String text(String whole) {
        boolean cut = precision >= 0 && whole.codePointCount(0, whole.length()) > precision;
        return padded(cut ? whole.substring(0, whole.offsetByCodePoints(0, precision)) : whole);
    }

    private String padded(String text) {
        int missing = Math.min(width, Filters.WIDEST) - text.codePointCount(0, text.length());
        String spaces = missing > 0 ? " ".repeat(missing) : "";
        return left ? text + spaces : spaces + text;
    }
}
