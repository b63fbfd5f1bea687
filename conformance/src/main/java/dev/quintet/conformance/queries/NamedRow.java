package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row whose values have places and names.
///
/// @param values by name, in order
record NamedRow(Map<@Nullable Object, @Nullable Object> values) implements PythonObject {

    @Override
    public @Nullable Object attribute(String name) {
        return values.containsKey(name) ? values.get(name) : MISSING;
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        return new ArrayList<>(values.values()).get((int) Values.integer(key));
    }

    @Override
    public Iterable<@Nullable Object> iterate() {
        return new ArrayList<>(values.values());
    }

    @Override
    public long length() {
        return values.size();
    }

    @Override
    public String typeName() {
        return "Row";
    }
}
