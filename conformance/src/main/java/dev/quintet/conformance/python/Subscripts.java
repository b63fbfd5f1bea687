package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `value[key]`, of any value.
public final class Subscripts {

    private Subscripts() {}

    /// {@return the element or part}
    public static @Nullable Object get(@Nullable Object owner, @Nullable Object key) {
        return switch (owner) {
            case PythonObject object -> object.item(key);
            case Map<?, ?> map -> {
                Object looked = Values.key(key);
                if (!map.containsKey(looked)) {
                    throw new PythonError("KeyError", Texts.debug(key));
                }
                yield map.get(looked);
            }
            case List<?> list ->
                    key instanceof Slice slice
                            ? cut(list, slice)
                            : list.get(
                                    place(
                                            list.size(),
                                            Values.integer(key),
                                            Values.typeName(list) + " index out of range"));
            case String text -> character(text, key);
            case byte[] bytes ->
                    key instanceof Slice slice
                            ? cut(bytes, slice)
                            : (Object)
                                    (long)
                                            (bytes[
                                                            place(
                                                                    bytes.length,
                                                                    Values.integer(key),
                                                                    "index out of range")]
                                                    & 0xff);
            case null, default ->
                    throw PythonError.type(
                            "'" + Values.typeName(owner) + "' object is not subscriptable");
        };
    }

    private static List<@Nullable Object> cut(List<?> list, Slice slice) {
        List<@Nullable Object> part = new ArrayList<>();
        slice.places(list.size()).forEach(place -> part.add(list.get(place)));
        return list instanceof Tuple ? Tuple.copyOf(part) : part;
    }

    private static byte[] cut(byte[] bytes, Slice slice) {
        List<Integer> places = slice.places(bytes.length);
        byte[] part = new byte[places.size()];
        for (int index = 0; index < part.length; index++) {
            part[index] = bytes[places.get(index)];
        }
        return part;
    }

    private static String character(String text, @Nullable Object key) {
        int[] points = text.codePoints().toArray();
        if (!(key instanceof Slice slice)) {
            return Character.toString(
                    points[place(points.length, Values.integer(key), "string index out of range")]);
        }
        var part = new StringBuilder();
        slice.places(points.length).forEach(place -> part.appendCodePoint(points[place]));
        return part.toString();
    }

    static int place(int length, long at, String message) {
        long place = at < 0 ? at + length : at;
        if (place < 0 || place >= length) {
            throw new PythonError("IndexError", message);
        }
        return (int) place;
    }

    @SuppressWarnings("unchecked") // collections of this interpreter hold anything
    static void set(@Nullable Object owner, @Nullable Object key, @Nullable Object value) {
        switch (owner) {
            case Map<?, ?> map ->
                    ((Map<@Nullable Object, @Nullable Object>) map).put(Values.key(key), value);
            case Tuple _ ->
                    throw PythonError.type("'tuple' object does not support item assignment");
            case List<?> list ->
                    ((List<@Nullable Object>) list)
                            .set(
                                    place(
                                            list.size(),
                                            Values.integer(key),
                                            "list assignment index out of range"),
                                    value);
            case null, default ->
                    throw PythonError.type(
                            "'"
                                    + Values.typeName(owner)
                                    + "' object does not support item assignment");
        }
    }

    static void delete(@Nullable Object owner, @Nullable Object key) {
        switch (owner) {
            case Map<?, ?> map -> {
                Object looked = Values.key(key);
                if (!map.containsKey(looked)) {
                    throw new PythonError("KeyError", Texts.debug(key));
                }
                map.remove(looked);
            }
            case List<?> list ->
                    list.remove(
                            place(
                                    list.size(),
                                    Values.integer(key),
                                    "list assignment index out of range"));
            case null, default ->
                    throw PythonError.type(
                            "'"
                                    + Values.typeName(owner)
                                    + "' object doesn't support item deletion");
        }
    }
}
