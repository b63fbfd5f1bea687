package dev.quintet.orm.sql;

import dev.quintet.kernel.json.Json;
import dev.quintet.orm.JsonNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values as JSON text.
final class JsonCodecs {

    private static final String NULL = "null";

    static final Codec<@Nullable Object> ANY =
            new Codec<>() {
                @Override
                public Object encode(@Nullable Object value) {
                    return text(value);
                }

                @Override
                public Object decode(Object stored) {
                    Object value = Json.parse((String) stored);
                    return value == null ? JsonNull.VALUE : value;
                }
            };

    static final Codec<@Nullable Map<String, @Nullable Object>> OBJECT =
            new Codec<>() {
                @Override
                public Object encode(@Nullable Map<String, @Nullable Object> value) {
                    return text(value);
                }

                @Override
                @SuppressWarnings("unchecked") // objects of JSON are maps by text
                public @Nullable Map<String, @Nullable Object> decode(Object stored) {
                    Object value = Json.parse((String) stored);
                    return value instanceof Map<?, ?> map
                            ? (Map<String, @Nullable Object>) map
                            : null;
                }
            };

    static final Codec<@Nullable List<@Nullable Object>> LIST =
            new Codec<>() {
                @Override
                public Object encode(@Nullable List<@Nullable Object> value) {
                    return text(value);
                }

                @Override
                @SuppressWarnings("unchecked") // lists of JSON hold anything
                public @Nullable List<@Nullable Object> decode(Object stored) {
                    Object value = Json.parse((String) stored);
                    return value instanceof List<?> list ? (List<@Nullable Object>) list : null;
                }
            };

    private JsonCodecs() {}

    static <V> Codec<@Nullable V> of(Class<V> type) {
        return new Codec<>() {
            @Override
            public Object encode(@Nullable V value) {
                return text(value);
            }

            @Override
            public @Nullable V decode(Object stored) {
                String json = (String) stored;
                return json.strip().equals(NULL) ? null : Json.parse(json, type);
            }
        };
    }

    private static String text(@Nullable Object value) {
        return JsonNull.VALUE.equals(value) ? NULL : Json.text(value);
    }
}
