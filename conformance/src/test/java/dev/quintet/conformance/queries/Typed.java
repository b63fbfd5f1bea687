package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonError;
import dev.quintet.orm.Rows;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers of typed queries as recorded ones were written down: a record is a tuple.
final class Typed {

    private Typed() {}

    /// {@return a tuple}
    static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    static Answer answer(Supplier<?> query) {
        try {
            Object value = ErrorNames.translating(() -> plain(query.get()));
            return new Answer(Encoding.of(value), null);
        } catch (PythonError error) {
            return new Answer(null, error);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Rows<?> rows -> all(rows.list());
            case List<?> list -> all(list);
            case Optional<?> optional -> plain(optional.orElse(null));
            case Map<?, ?> map -> {
                Map<@Nullable Object, @Nullable Object> plain = new java.util.LinkedHashMap<>();
                map.forEach((key, one) -> plain.put(plain(key), plain(one)));
                yield plain;
            }
            case Record row
                    when row.getClass().getPackageName().startsWith("dev.quintet.conformance") ->
                    components(row);
            case null, default -> Conversion.toPython(value);
        };
    }

    private static List<@Nullable Object> all(List<?> values) {
        List<@Nullable Object> all = new ArrayList<>();
        values.forEach(one -> all.add(plain(one)));
        return all;
    }

    private static List<@Nullable Object> components(Record row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.add(plain(component.getAccessor().invoke(row)));
            } catch (ReflectiveOperationException failed) {
                throw new IllegalStateException(failed);
            }
        }
        return values;
    }
}
