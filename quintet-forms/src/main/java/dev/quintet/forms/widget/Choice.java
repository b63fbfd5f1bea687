package dev.quintet.forms.widget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to choose, or a group of such things under a heading.
///
/// @param <V> what a choice means
public sealed interface Choice<V> {

    /// One thing to choose.
    ///
    /// @param value what it means; `null` means nothing was chosen
    /// @param key what the browser sends
    /// @param label what people read
    record One<V>(@Nullable V value, String key, CharSequence label) implements Choice<V> {

        /// Makes one whose key is the value's text.
        public One(@Nullable V value, CharSequence label) {
            this(value, ValueText.of(value), label);
        }
    }

    /// Choices under a heading.
    ///
    /// @param label the heading
    /// @param choices in their order
    record Group<V>(CharSequence label, List<One<V>> choices) implements Choice<V> {

        /// Keeps a copy.
        public Group {
            choices = List.copyOf(choices);
        }
    }
}
