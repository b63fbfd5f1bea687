package dev.quintet.template.value;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// The items of whatever can be walked through: collections, arrays, maps (their keys), streams
/// (once), text (its characters).
public final class Items {

    private Items() {}

    /// {@return whether `value` has items}
    public static boolean has(@Nullable Object value) {
        return value instanceof Iterable<?>
                || value instanceof Map<?, ?>
                || value instanceof CharSequence
                || value instanceof BaseStream<?, ?>
                || value instanceof Iterator<?>
                || value instanceof Enumeration<?>
                || (value != null && value.getClass().isArray());
    }

    /// {@return the items of `value`, read once; `null` when it has none by nature}
    public static @Nullable List<@Nullable Object> of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list when list instanceof RandomAccess -> unchecked(list);
            case Collection<?> many -> new ArrayList<@Nullable Object>(many);
            case Map<?, ?> map -> new ArrayList<@Nullable Object>(map.keySet());
            case Iterable<?> lazy -> drain(lazy.iterator());
            case BaseStream<?, ?> stream -> drain(stream.iterator());
            case Iterator<?> iterator -> drain(iterator);
            case Enumeration<?> words -> drain(words.asIterator());
            case CharSequence text -> characters(text.toString());
            case Optional<?> maybe -> of(maybe.orElse(null));
            case Object[] array -> unchecked(Arrays.asList(array));
            default -> value.getClass().isArray() ? boxed(value) : null;
        };
    }

    /// {@return how many items or characters `value` has, or -1 when it has no length}
    public static int length(@Nullable Object value) {
        return switch (value) {
            case null -> -1;
            case CharSequence text -> text.toString().codePointCount(0, text.length());
            case Collection<?> many -> many.size();
            case Map<?, ?> map -> map.size();
            case Optional<?> maybe -> length(maybe.orElse(null));
            case Iterable<?> lazy -> drain(lazy.iterator()).size();
            default -> value.getClass().isArray() ? Array.getLength(value) : -1;
        };
    }

    /// {@return the characters of `text`, each as text; a surrogate pair is one}
    public static List<@Nullable Object> characters(String text) {
        var result = new ArrayList<@Nullable Object>(text.length());
        text.codePoints().forEach(c -> result.add(Character.toString(c)));
        return result;
    }

    /// {@return what a slice of `length` items selects, as indices, by Python's rule}
    ///
    /// @param step not zero
    public static int[] slice(
            int length, @Nullable Long start, @Nullable Long stop, @Nullable Long step) {
        long by = step == null ? 1 : step;
        long low = by > 0 ? 0 : -1;
        long high = by > 0 ? length : length - 1L;
        long from = start == null ? (by > 0 ? low : high) : clamp(start, length, low, high);
        long to = stop == null ? (by > 0 ? high : low) : clamp(stop, length, low, high);
        long span = by > 0 ? to - from : from - to;
        int count = span <= 0 ? 0 : (int) ((span - 1) / Math.abs(by) + 1);
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = (int) (from + i * by);
        }
        return indices;
    }

    private static long clamp(long index, int length, long low, long high) {
        long at = index < 0 ? index + length : index;
        return Math.max(low, Math.min(high, at));
    }

    private static List<@Nullable Object> drain(Iterator<?> iterator) {
        var result = new ArrayList<@Nullable Object>();
        iterator.forEachRemaining(result::add);
        return result;
    }

    private static List<@Nullable Object> boxed(Object array) {
        int length = Array.getLength(array);
        var result = new ArrayList<@Nullable Object>(length);
        for (int i = 0; i < length; i++) {
            result.add(Array.get(array, i));
        }
        return result;
    }

    private static List<@Nullable Object> unchecked(List<?> list) {
        return Collections.unmodifiableList(list);
    }
}
