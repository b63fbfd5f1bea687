package dev.quintet.kernel.validate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Asks for a number that is `offset` and a multiple of `step`.
///
/// Numbers that computers cannot write exactly, such as `0.1`, may be off by a billionth.
///
/// @param step more than 0
/// @param offset where the steps begin, or `null` for 0
public record StepValueValidator(Number step, @Nullable Number offset)
        implements Validator<Number> {

    private static final BigDecimal TOLERANCE = new BigDecimal("1E-9");

    /// Begins at 0.
    public StepValueValidator(Number step) {
        this(step, null);
    }

    @Override
    public @Nullable ValidationError validate(Number value) {
        var size = new BigDecimal(step.toString());
        BigDecimal start = offset == null ? BigDecimal.ZERO : new BigDecimal(offset.toString());
        BigDecimal rest = new BigDecimal(value.toString()).subtract(start).remainder(size).abs();
        BigDecimal off = rest.min(size.abs().subtract(rest));
        if (off.compareTo(TOLERANCE) <= 0) {
            return null;
        }
        if (offset == null) {
            return ValidationError.of(
                            "Ensure this value is a multiple of step size %(limit_value)s.",
                            "step_size")
                    .with("limit_value", step)
                    .with("show_value", value)
                    .with("value", value);
        }
        return ValidationError.of(
                        "Ensure this value is a multiple of step size %(limit_value)s, starting from"
                                + " %(offset)s, e.g. %(offset)s, %(valid_value1)s, %(valid_value2)s, and so"
                                + " on.",
                        "step_size")
                .with("limit_value", step)
                .with("show_value", value)
                .with("value", value)
                .with("offset", offset)
                .with("valid_value1", start.add(size))
                .with("valid_value2", start.add(size).add(size));
    }
}
