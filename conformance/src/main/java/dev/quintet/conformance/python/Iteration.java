package dev.quintet.conformance.python;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// An iterator, half of it perhaps read.
///
/// @param iterator what is left
record Iteration(Iterator<@Nullable Object> iterator) implements PythonObject {

    @Override
    @SuppressWarnings("NullAway") // an Iterable of what may be null is no Iterable<T> to it
    public Iterable<@Nullable Object> iterate() {
        return () -> iterator;
    }

    @Override
    public String typeName() {
        return "iterator";
    }
}
