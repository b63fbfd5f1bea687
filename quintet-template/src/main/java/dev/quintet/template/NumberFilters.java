package dev.quintet.template;

import static dev.quintet.template.Filter.Argument.NONE;
import static dev.quintet.template.Filter.Argument.OPTIONAL;
import static dev.quintet.template.Filter.Argument.REQUIRED;

import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.text.SafeString;
import dev.quintet.template.value.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The built-in filters of numbers.
final class NumberFilters {

    private static final int MOST_DIGITS = 200;
    private static final int UNITS = 5;

    private NumberFilters() {}

    static void addTo(Filters filters) {
        filters.safeAny("floatformat", OPTIONAL, NumberFilters::floatFormat)
                .any("divisibleby", REQUIRED, NumberFilters::divisibleBy)
                .any("get_digit", REQUIRED, NumberFilters::digit)
                .safeAny("filesizeformat", NONE, (v, _, f) -> fileSize(v, f));
    }

    private static Object floatFormat(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        String places = argument == Missing.ABSENT ? "-1" : Texts.plain(frame, argument);
        boolean group = false;
        boolean localized = frame.localize;
        for (int i = 0; i < 2 && !places.isEmpty(); i++) {
            char last = places.charAt(places.length() - 1);
            if (last == 'g' && !group) {
                group = true;
            } else if (last == 'u') {
                localized = false;
            } else {
                break;
            }
            places = places.substring(0, places.length() - 1);
        }
        String text = value == null ? "None" : Texts.plain(frame, value);
        BigDecimal number = parse(value, text);
        if (number == null) {
            boolean special = text.strip().matches("(?i)[-+]?(nan|inf|infinity)");
            return special ? text : "";
        }
        BigInteger count = Numeric.whole(places.isEmpty() ? "-1" : places);
        if (count == null || number.precision() + Math.abs(number.scale()) > MOST_DIGITS) {
            return text;
        }
        int decimals = count.bitLength() < 31 ? count.intValue() : Integer.MAX_VALUE;
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (whole && decimals <= 0) {
            return new SafeString(
                    Localizer.number(frame, number.toBigInteger().toString(), 0, localized, group));
        }
        int scale = Math.min(Math.abs(decimals), Filters.WIDEST);
        BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
        String plain = rounded.toPlainString();
        return new SafeString(Localizer.number(frame, plain, scale, localized, group));
    }

    private static @Nullable BigDecimal parse(@Nullable Object value, String text) {
        try {
            return switch (value) {
                case Double d -> new BigDecimal(d.toString());
                case Float f -> new BigDecimal(f.toString());
                case Number number -> Numeric.exact(number);
                case null -> null;
                case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
                default ->
                        text.length() > 2 * MOST_DIGITS
                                ? null
                                : new BigDecimal(text.strip().replace("_", ""));
            };
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static Object divisibleBy(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        BigInteger number = Numeric.whole(value);
        BigInteger by = Numeric.whole(argument);
        if (number == null || by == null || by.signum() == 0) {
            throw Failures.unfit(
                    "divisibleby",
                    number == null ? "a whole number" : "an argument that is a number but not 0",
                    number == null ? value : argument);
        }
        return number.mod(by.abs()).signum() == 0;
    }

    private static @Nullable Object digit(
            @Nullable Object value, @Nullable Object argument, Frame frame) {
        BigInteger number = Numeric.whole(value);
        Integer place = Filters.whole(argument);
        if (place == null) {
            return value;
        }
        boolean numeric = value instanceof CharSequence || value instanceof Number;
        if (!numeric && !(value instanceof Boolean)) {
            throw Failures.unfit("get_digit", "a number or its text", value);
        }
        if (value instanceof Number real && Numeric.isInfinite(real)) {
            throw Failures.unfit("get_digit", "a finite number", value);
        }
        if (number == null) {
            return value;
        }
        if (place < 1) {
            return Numeric.shrink(number);
        }
        String digits = number.toString();
        if (place > digits.length()) {
            return 0;
        }
        char digit = digits.charAt(digits.length() - place);
        return digit == '-' ? Numeric.shrink(number) : (Object) (digit - '0');
    }

    private static String inUnits(int unit) {
        return switch (unit) {
            case 1 -> Gettext.gettext("%s KB");
            case 2 -> Gettext.gettext("%s MB");
            case 3 -> Gettext.gettext("%s GB");
            case 4 -> Gettext.gettext("%s TB");
            default -> Gettext.gettext("%s PB");
        };
    }

    private static String fileSize(@Nullable Object value, Frame frame) {
        BigInteger exact = Numeric.whole(value);
        if (exact == null) {
            return Gettext.ngettext("%(size)d byte", "%(size)d bytes", 0)
                    .replace("%(size)d", "0")
                    .replace(' ', '\u00a0');
        }
        BigInteger size = exact.abs();
        String sign = exact.signum() < 0 ? "-" : "";
        String text;
        if (size.bitLength() <= 10) {
            text =
                    Gettext.ngettext("%(size)d byte", "%(size)d bytes", size.longValue())
                            .replace("%(size)d", size.toString());
        } else {
            int unit = Math.min((size.bitLength() - 1) / 10, UNITS);
            BigDecimal scaled =
                    new BigDecimal(size)
                            .divide(new BigDecimal(BigInteger.ONE.shiftLeft(unit * 10)))
                            .setScale(1, RoundingMode.HALF_EVEN);
            text =
                    inUnits(unit)
                            .replace(
                                    "%s",
                                    Localizer.number(
                                            frame, scaled.toPlainString(), 1, true, false));
        }
        return (sign + text).replace(' ', '\u00a0');
    }
}
