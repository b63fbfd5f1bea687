package dev.quintet.template;

import org.jspecify.annotations.Nullable;

/// Writes numbers and times as the language and zone of the frame want them.
final class Localizer {

    private Localizer() {}

    /// {@return `value` as a page shows it, not escaped}
    static String shown(Frame frame, @Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        return frame.engine.show().text(value);
    }

    /// {@return a moment as a time in the current zone; anything else as it is}
    static @Nullable Object localTime(Frame frame, @Nullable Object value) {
        return value;
    }
}
