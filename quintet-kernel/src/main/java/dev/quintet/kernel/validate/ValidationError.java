package dev.quintet.kernel.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why a value was refused, in words for the person who gave it. Django: `ValidationError`.
///
/// @param message the sentence, with `%(name)s` where a parameter goes
/// @param code stable identifier such as `max_length`, to choose another message by
/// @param params values for the message; may hold nulls
public record ValidationError(String message, String code, Map<String, @Nullable Object> params) {

    /// Keeps a copy of the parameters.
    public ValidationError {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(code, "code");
        params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /// {@return an error whose message has no parameters}
    public static ValidationError of(String message, String code) {
        return new ValidationError(message, code, Map.of());
    }
}
