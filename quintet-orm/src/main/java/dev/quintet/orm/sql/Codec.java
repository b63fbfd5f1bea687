package dev.quintet.orm.sql;

import org.jspecify.annotations.Nullable;

/// Turns the Java values of a field into what its column holds, and back.
///
/// What a column holds is the Java type that {@link dev.quintet.orm.state.SqlType} names: an enum's
/// codec speaks `String`. Safe for many threads.
///
/// @param <V> type of the field
public interface Codec<V extends @Nullable Object> {

    /// {@return what the column holds for a value}
    Object encode(V value);

    /// {@return the value that a column holds}
    V decode(Object stored);

    /// {@return the codec of fields whose values are stored as they are}
    static <V> Codec<V> identity() {
        return Codecs.identity();
    }

    /// {@return the codec of slugs, stored as text}
    static Codec<dev.quintet.orm.Slug> slug() {
        return Codecs.SLUG;
    }

    /// {@return the codec of whole numbers of 2 bytes, stored as `Integer`}
    static Codec<Short> int16() {
        return Codecs.INT16;
    }

    /// Returns the codec of an enum, whose constants are stored by name.
    ///
    /// A name that no constant has decodes to null: rows that an older or newer program wrote must
    /// not take a list page down.
    static <E extends Enum<E>> Codec<@Nullable E> enumOf(Class<E> type) {
        return Codecs.enumOf(type);
    }
}
