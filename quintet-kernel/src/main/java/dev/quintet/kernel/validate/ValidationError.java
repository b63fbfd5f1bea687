package dev.quintet.kernel.validate;

import dev.quintet.kernel.i18n.Gettext;
import dev.quintet.kernel.i18n.Placeholders;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why a value was refused, in words for the person who gave it. Django: `ValidationError`.
///
/// @param message the sentence, with `%(name)s` where a parameter goes
/// @param code stable identifier such as `max_length`, to choose another message by
/// @param params values for the message; may hold nulls
/// @param plural the sentence for many, or `null` when there is only one
public record ValidationError(
        String message,
        String code,
        Map<String, @Nullable Object> params,
        @Nullable Plural plural) {

    /// The sentence for many.
    ///
    /// @param message with `%(name)s` where a parameter goes
    /// @param by name of the parameter that is counted
    public record Plural(String message, String by) {}

    /// Keeps a copy of the parameters.
    public ValidationError {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(code, "code");
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /// Makes an error whose sentence does not depend on a number.
    public ValidationError(String message, String code, Map<String, @Nullable Object> params) {
        this(message, code, params, null);
    }

    /// {@return an error whose message has no parameters}
    public static ValidationError of(String message, String code) {
        return new ValidationError(message, code, Map.of());
    }

    /// {@return this error with a value for its sentence}
    public ValidationError with(String name, @Nullable Object value) {
        var more = new LinkedHashMap<>(params);
        more.put(name, value);
        return new ValidationError(message, code, more, plural);
    }

    /// {@return this error with a sentence for many}
    ///
    /// @param message with `%(name)s` where a parameter goes
    /// @param by name of the parameter that is counted
    public ValidationError orMany(String message, String by) {
        return new ValidationError(this.message, code, params, new Plural(message, by));
    }

    /// {@return the sentence in the active language, with its parameters; not escaped}
    public String text() {
        Object count = plural == null ? null : params.get(plural.by());
        String sentence =
                plural != null && count instanceof Number number
                        ? Gettext.ngettext(message, plural.message(), number.longValue())
                        : Gettext.gettext(message);
        return params.isEmpty() ? sentence : Placeholders.fill(sentence, params);
    }
}
