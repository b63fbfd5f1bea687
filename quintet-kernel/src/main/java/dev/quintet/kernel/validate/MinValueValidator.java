package dev.quintet.kernel.validate;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Asks for a value of at least `limit`.
///
/// @param <T> type of the value
/// @param limit a value that is still fine
public record MinValueValidator<T extends Comparable<? super T>>(T limit) implements Validator<T> {

    @Override
    public @Nullable ValidationError validate(T value) {
        if (!(value.compareTo(limit) < 0)) {
            return null;
        }
        var params = new LinkedHashMap<String, @Nullable Object>();
        params.put("limit_value", limit);
        params.put("show_value", value);
        params.put("value", value);
        return new ValidationError(
                "Ensure this value is greater than or equal to %(limit_value)s.",
                "min_value", params);
    }
}
