package dev.quintet.template;

import org.jspecify.annotations.Nullable;

/// A filter as the compiler knows it.
///
/// @param name what stands after the bar
/// @param argument whether it takes one
/// @param keepsSafe whether safe text stays safe: it adds nothing that needs escaping
/// @param localTime whether it wants times in the current zone
/// @param body what it does
record Filter(String name, Argument argument, boolean keepsSafe, boolean localTime, Body body) {

    /// Whether a filter takes an argument.
    enum Argument {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /// What a filter does. The argument is {@link Missing#ABSENT} where none was given.
    @FunctionalInterface
    interface Body {
        @Nullable Object apply(@Nullable Object value, @Nullable Object argument, Frame frame);
    }
}
