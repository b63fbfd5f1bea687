package dev.quintet.kernel.validate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Asks for a decimal number that fits a column: so many digits in all, so many after the point.
///
/// @param maxDigits most digits in all, or `null` for any number
/// @param decimalPlaces most digits after the point, or `null` for any number
public record DecimalValidator(@Nullable Integer maxDigits, @Nullable Integer decimalPlaces)
        implements Validator<BigDecimal> {

    @Override
    public @Nullable ValidationError validate(BigDecimal value) {
        long digits = value.precision();
        long decimals = 0;
        if (value.scale() <= 0) {
            digits += value.signum() == 0 ? 0 : -(long) value.scale();
        } else {
            decimals = value.scale();
            digits = Math.max(digits, decimals);
        }
        if (maxDigits != null && digits > maxDigits) {
            return error("digit%s in total", "max_digits", maxDigits, value);
        }
        if (decimalPlaces != null && decimals > decimalPlaces) {
            return error("decimal place%s", "max_decimal_places", decimalPlaces, value);
        }
        if (maxDigits != null
                && decimalPlaces != null
                && digits - decimals > maxDigits - decimalPlaces) {
            return error(
                    "digit%s before the decimal point",
                    "max_whole_digits", maxDigits - decimalPlaces, value);
        }
        return null;
    }

    private static ValidationError error(String what, String code, int max, BigDecimal value) {
        String sentence = "Ensure that there are no more than %(max)s ";
        return ValidationError.of(sentence + what.replace("%s", "") + ".", code)
                .orMany(sentence + what.replace("%s", "s") + ".", "max")
                .with("max", max)
                .with("value", value);
    }
}
