package dev.quintet.http;

import java.util.Objects;

/// Names one thing that middleware hangs on a request, and its type.
///
/// Two keys are the same only if they are the same object: keep one in a constant.
///
/// @param <T> type of the thing
public final class RequestKey<T> {

    private final String name;

    private RequestKey(String name) {
        this.name = name;
    }

    /// {@return a new key}
    ///
    /// @param name what messages call the thing, such as `session`
    public static <T> RequestKey<T> named(String name) {
        return new RequestKey<>(Objects.requireNonNull(name, "name"));
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
