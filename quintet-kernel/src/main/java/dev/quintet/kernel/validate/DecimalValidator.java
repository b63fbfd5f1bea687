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
            return ValidationError.of(
                            "Ensure that there are no more than %(max)s digit in total.",
                            "max_digits")
                    .orMany("Ensure that there are no more than %(max)s digits in total.", "max")
                    .with("max", maxDigits)
                    .with("value", value);
        }
        if (decimalPlaces != null && decimals > decimalPlaces) {
            return ValidationError.of(
                            "Ensure that there are no more than %(max)s decimal place.",
                            "max_decimal_places")
                    .orMany("Ensure that there are no more than %(max)s decimal places.", "max")
                    .with("max", decimalPlaces)
                    .with("value", value);
        }
        if (maxDigits != null
                && decimalPlaces != null
                && digits - decimals > maxDigits - decimalPlaces) {
            return ValidationError.of(
                            "Ensure that there are no more than %(max)s digit before the decimal"
                                    + " point.",
                            "max_whole_digits")
                    .orMany(
                            "Ensure that there are no more than %(max)s digits before the decimal"
                                    + " point.",
                            "max")
                    .with("max", maxDigits - decimalPlaces)
                    .with("value", value);
        }
        return null;
    }
}
