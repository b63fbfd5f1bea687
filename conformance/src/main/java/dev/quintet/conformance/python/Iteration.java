package dev.quintet.conformance.python;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// An iterator, half of it perhaps read.
///
/// @param iterator what is left
record Iteration(Iterator<@Nullable Object> iterator) implements PythonObject {

    @Override
    public Iterable<@Nullable Object> iterate() {
        return () -> iterator;
    }

    @Override
    public String typeName() {
        return "iterator";
    }
}
