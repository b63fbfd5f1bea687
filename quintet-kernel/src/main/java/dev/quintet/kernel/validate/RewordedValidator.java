package dev.quintet.kernel.validate;

import org.jspecify.annotations.Nullable;

/// Asks for what another validator asks for, and says it in other words.
///
/// @param <T> type of the value
/// @param validator that decides
/// @param message in the site's own language, with `%(name)s` for the parameters of the other's
///   sentence and `%(value)s` for the value
/// @param code stable identifier, or `null` for the other's
public record RewordedValidator<T>(Validator<T> validator, String message, @Nullable String code)
        implements Validator<T> {

    @Override
    public @Nullable ValidationError validate(T value) {
        ValidationError error = validator.validate(value);
        if (error == null) {
            return null;
        }
        var reworded =
                new ValidationError(message, code == null ? error.code() : code, error.params());
        return error.params().containsKey("value") ? reworded : reworded.with("value", value);
    }
}
