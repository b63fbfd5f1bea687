package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Slice;
import dev.quintet.conformance.python.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objects from SQL of one's own, not asked for yet.
///
/// @param rows ours
record RawValue(Iterable<?> rows) implements PythonObject {

    private List<@Nullable Object> list() {
        return ErrorNames.translating(() -> {
            List<@Nullable Object> all = new ArrayList<>();
            rows.forEach(one -> all.add(Conversion.toPython(one)));
            return all;
        });
    }

    @Override
    public Iterable<@Nullable Object> iterate() {
        return list();
    }

    @Override
    public long length() {
        return list().size();
    }

    @Override
    public boolean truth() {
        return !list().isEmpty();
    }

    @Override
    public @Nullable Object item(@Nullable Object key) {
        List<@Nullable Object> all = list();
        if (key instanceof Slice) {
            return dev.quintet.conformance.python.Subscripts.get(all, key);
        }
        return all.get((int) Values.integer(key));
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "iterator", "all" -> (dev.quintet.conformance.python.Function) _ -> this;
            default -> MISSING;
        };
    }

    @Override
    public String typeName() {
        return "RawQuerySet";
    }
}
