package dev.quintet.forms;

import dev.quintet.kernel.validate.ValidationError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a raw value: a typed one, or why there is none.
///
/// @param <V> type of the value
/// @param value `null` where nothing was given, and where it was refused
/// @param errors why it was refused; empty when it was not
public record Cleaned<V>(@Nullable V value, List<ValidationError> errors) {

    /// Keeps a copy.
    public Cleaned {
        errors = List.copyOf(errors);
    }

    /// {@return whether nothing is wrong with the value}
    public boolean valid() {
        return errors.isEmpty();
    }
}
