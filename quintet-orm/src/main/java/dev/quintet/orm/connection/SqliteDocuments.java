package dev.quintet.orm.connection;

import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether a document has all that another has, as PostgreSQL's `@>` tells it.
final class SqliteDocuments {

    private SqliteDocuments() {}

    static boolean contains(String whole, String part) {
        try {
            return holds(Json.parse(whole), Json.parse(part), true);
        } catch (JsonException malformed) {
            return false;
        }
    }

    private static boolean holds(@Nullable Object whole, @Nullable Object part, boolean top) {
        if (whole instanceof Map<?, ?> object && part instanceof Map<?, ?> wanted) {
            return wanted.entrySet().stream()
                    .allMatch(entry ->
                            object.containsKey(entry.getKey())
                                    && holds(object.get(entry.getKey()), entry.getValue(), false));
        }
        if (whole instanceof List<?> list) {
            if (part instanceof List<?> wanted) {
                return wanted.stream()
                        .allMatch(one -> list.stream().anyMatch(known -> holds(known, one, false)));
            }
            return top && !(part instanceof Map<?, ?>) && list.contains(part);
        }
        if (whole instanceof Number one && part instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue()) == 0;
        }
        return Objects.equals(whole, part);
    }
}
