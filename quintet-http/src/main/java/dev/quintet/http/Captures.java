package dev.quintet.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the patterns on the way to a route captured, in the order of the address.
final class Captures {

    private final List<@Nullable Object> values = new ArrayList<>(4);

    void add(@Nullable Object value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    /// Forgets what was captured after the first `size` values.
    void cutTo(int size) {
        while (values.size() > size) {
            values.removeLast();
        }
    }

    @Nullable Object at(int index) {
        return values.get(index);
    }
}
