package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonObject;
import dev.quintet.conformance.python.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Results as the recorded ones were written down: QuerySets asked, objects as references.
final class Encoding {

    private Encoding() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case EntityValue entity -> entity.reference();
            case RowsValue rows -> all(rows.list());
            case RawValue rows -> all(rows.iterate());
            case RelatedValue rows -> all(rows.list());
            case ChoicesValue.Member member -> member.value();
            case NamedRow row -> map(row.values());
            case List<?> list -> all(list);
            case Set<?> set -> new LinkedHashSet<>(all(set));
            case Map<?, ?> map -> map(map);
            case PythonObject object -> Values.text(object);
            case null -> null;
            default -> value;
        };
    }

    private static List<@Nullable Object> all(Iterable<?> values) {
        List<@Nullable Object> all = new ArrayList<>();
        values.forEach(one -> all.add(of(one)));
        return all;
    }

    private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> values) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((key, one) -> map.put(of(key), of(one)));
        return map;
    }
}
