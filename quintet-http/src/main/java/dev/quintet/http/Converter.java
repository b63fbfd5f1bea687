package dev.quintet.http;

/// Turns a piece of an address into a value, and back. Django: path converters.
///
/// Given to {@link Routes#converter} under the name that patterns use. Safe for many threads.
///
/// @param <T> type of the value
public interface Converter<T> {

    /// {@return a regular expression, without groups, of the pieces that it takes}
    String regex();

    /// {@return the class of the values, held against the views' parameters when the site starts}
    Class<T> type();

    /// {@return the value of a piece that matched {@link #regex()}}
    ///
    /// @throws IllegalArgumentException when the piece is no such value: the route does not match
    T parse(String piece);

    /// {@return the piece for a value; not escaped yet}
    ///
    /// @throws IllegalArgumentException when there is none: the route is not the one to reverse
    String format(Object value);
}
