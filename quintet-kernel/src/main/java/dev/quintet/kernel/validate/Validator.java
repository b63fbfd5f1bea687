package dev.quintet.kernel.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a value must satisfy; the same validator serves model fields, form fields and serializers.
///
/// A value: safe for many threads, and equal when it asks for the same. Not called for null or
/// blank values, which are a field's own affair. Django: validators.
///
/// @param <T> what it looks at
@FunctionalInterface
public interface Validator<T> {

    /// {@return why `value` is refused, or `null` when it is fine}
    @Nullable ValidationError validate(T value);

    /// {@return this validator with another sentence for what it refuses; code and parameters stay,
    /// and `%(value)s` is the value}
    ///
    /// @param message in the site's own language; translated when it is read
    default Validator<T> saying(String message) {
        return new RewordedValidator<>(this, message, null);
    }

    /// {@return this validator with another sentence and another code}
    ///
    /// @param message in the site's own language; translated when it is read
    /// @param code stable identifier to choose a message by
    default Validator<T> saying(String message, String code) {
        return new RewordedValidator<>(this, message, code);
    }

    /// {@return all that some validators say against a value, in their order; empty when it is
    /// fine}
    ///
    /// Django: `Field.run_validators`.
    ///
    /// @param <T> type of the value
    static <T> List<ValidationError> errors(
            T value, Collection<? extends Validator<? super T>> validators) {
        var errors = new ArrayList<ValidationError>();
        for (Validator<? super T> validator : validators) {
            ValidationError error = validator.validate(value);
            if (error != null) {
                errors.add(error);
            }
        }
        return List.copyOf(errors);
    }
}
