package dev.quintet.kernel.context;

import java.util.Objects;

/// Names one thing that a {@link Context} holds, and its type.
///
/// Two keys are the same only if they are the same object: keep one in a constant of the module
/// that provides the thing.
///
/// @param <T> type of the thing
public final class ContextKey<T> {

    private final String name;

    private ContextKey(String name) {
        this.name = name;
    }

    /// {@return a new key}
    ///
    /// @param name what messages call the thing, such as `databases`
    public static <T> ContextKey<T> named(String name) {
        return new ContextKey<>(Objects.requireNonNull(name, "name"));
    }

    /// {@return what messages call the thing}
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
