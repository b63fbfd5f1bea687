package dev.quintet.orm.sql;

import dev.quintet.orm.FilePlace;
import dev.quintet.orm.Range;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    ///
    /// @throws IllegalArgumentException when it is none: forms show that to whoever typed it
    V decode(Object stored);

    /// {@return the codec of each value of a list, or `null` where values are no lists}
    default @Nullable Codec<?> element() {
        return null;
    }

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
        return Codecs.enumOf(type, Enum::name);
    }

    /// Returns the codec of an enum whose constants are stored by a value of their own; whole
    /// numbers of 2 bytes as `Integer`. A value that no constant has decodes to null.
    static <E extends Enum<E>> Codec<@Nullable E> enumOf(
            Class<E> type, Function<? super E, ? extends Object> value) {
        return Codecs.enumOf(type, value);
    }

    /// {@return the codec of files of the default storage, stored by name}
    static FilePlace file() {
        return FilePlace.usual();
    }

    /// {@return the codec of addresses, stored in their shortest spelling}
    ///
    /// @param unpackV4 whether IPv4 in the clothes of IPv6 is stored as IPv4
    static Codec<String> ipAddress(boolean unpackV4) {
        return unpackV4 ? Codecs.IP_UNPACKED : Codecs.IP;
    }

    /// {@return the codec of records, and of classes that JSON knows, stored as JSON}
    static <V> Codec<@Nullable V> json(Class<V> type) {
        return JsonCodecs.of(type);
    }

    /// {@return the codec of whatever JSON can say: a map, a list, a text, a number, a truth,
    /// {@link dev.quintet.orm.JsonNull}}
    static Codec<@Nullable Object> json() {
        return JsonCodecs.ANY;
    }

    /// {@return the codec of objects of JSON}
    static Codec<@Nullable Map<String, @Nullable Object>> jsonObject() {
        return JsonCodecs.OBJECT;
    }

    /// {@return the codec of lists of JSON}
    static Codec<@Nullable List<@Nullable Object>> jsonList() {
        return JsonCodecs.LIST;
    }

    /// {@return the codec of lists, stored as an array of what the elements are stored as}
    static <V> Codec<List<V>> list(Codec<V> element) {
        return new ListCodec<>(element);
    }

    /// {@return the codec of ranges of values that are stored as they are}
    static <V extends Comparable<? super V>> Codec<Range<V>> range(Class<V> bound) {
        return new RangeCodec<>(bound);
    }
}
