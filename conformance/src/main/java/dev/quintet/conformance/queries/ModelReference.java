package dev.quintet.conformance.queries;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A model object in a recorded result.
///
/// @param label as `app.Model`
/// @param key its key
/// @param loaded the columns that were read, or `null` for all
/// @param annotations what the query worked out for it, or `null` for nothing
record ModelReference(
        String label,
        @Nullable Object key,
        @Nullable List<?> loaded,
        @Nullable Map<?, ?> annotations) {

    static ModelReference decode(
            @Nullable Object label,
            Map<String, @Nullable Object> fields,
            dev.quintet.conformance.Tagged tagged) {
        Object annotations = tagged.decode(fields.get("annotations"));
        return new ModelReference(
                String.valueOf(label),
                tagged.decode(fields.get("pk")),
                fields.get("loaded") instanceof List<?> loaded ? loaded : null,
                annotations instanceof Map<?, ?> map ? map : null);
    }
}
