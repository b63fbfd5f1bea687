package dev.quintet.kernel.settings;

import dev.quintet.kernel.error.Place;
import org.jspecify.annotations.Nullable;

/// A setting's value, and who gave it.
///
/// @param <T> type of the value
/// @param setting whose value it is
/// @param value what it is; `null` only where nobody gave one and there is no default
/// @param layer which layer gave it
/// @param place the line that gave it, or `null` when there is none: code, the environment
public record Value<T>(Setting<T> setting, @Nullable T value, Layer layer, @Nullable Place place) {

    /// {@return the value as a listing may show it: `****` for a secret, unless it is empty}
    public String shown() {
        boolean secret = setting.secret() || Masks.secret(setting.name());
        String text = String.valueOf(value);
        if (value instanceof ServiceUrl || !secret) {
            return text;
        }
        return value == null || text.isEmpty() || text.equals("[]") ? text : Masks.MASK;
    }

    /// {@return `KEY=value`, secrets masked}
    @Override
    public String toString() {
        return setting.name() + "=" + shown();
    }
}
