package dev.quintet.conformance.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `start:stop:step` between square brackets.
///
/// @param start first place, or `null`
/// @param stop place behind the last, or `null`
/// @param step how far from one to the next, or `null`
public record Slice(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {

    /// {@return the places that it means in something of this length}
    List<Integer> places(int length) {
        int by = step == null ? 1 : Math.toIntExact(Values.integer(step));
        if (by == 0) {
            throw PythonError.value("slice step cannot be zero");
        }
        List<Integer> places = new ArrayList<>();
        if (by > 0) {
            int end = stop == null ? length : place(stop, length, 0, length);
            for (int at = start == null ? 0 : place(start, length, 0, length); at < end; at += by) {
                places.add(at);
            }
        } else {
            int end = stop == null ? -1 : place(stop, length, -1, length - 1);
            int from = start == null ? length - 1 : place(start, length, -1, length - 1);
            for (int at = from; at > end; at += by) {
                places.add(at);
            }
        }
        return places;
    }

    private static int place(Object bound, int length, int least, int most) {
        long at = Values.integer(bound);
        return Math.clamp(at < 0 ? at + length : at, least, most);
    }
}
