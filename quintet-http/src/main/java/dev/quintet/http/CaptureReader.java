package dev.quintet.http;

/// Makes a richer value of what a route captured, for views that take one: a slug of the database's
/// type where the route captures text. Found by {@link java.util.ServiceLoader}.
///
/// Converters decide what is captured, matched and reversed; a reader only changes what a view's
/// parameter of this type is given. Safe for many threads.
///
/// @param <C> what routes capture, such as {@link String}
/// @param <T> what views may take in its place
public interface CaptureReader<C, T> {

    /// {@return the class that routes capture}
    Class<C> captured();

    /// {@return the class that views may take in its place}
    Class<T> type();

    /// {@return the value for a view}
    ///
    /// @throws IllegalArgumentException when there is none: the address is answered by 404
    T read(C captured);
}
