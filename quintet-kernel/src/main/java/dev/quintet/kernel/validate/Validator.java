package dev.quintet.kernel.validate;

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
}
