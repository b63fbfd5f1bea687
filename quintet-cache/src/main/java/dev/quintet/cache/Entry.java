package dev.quintet.cache;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.json.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value that is kept in memory. Immutable.
///
/// @param kept a {@link String}, {@link Long}, {@link Boolean} or `byte[]`
/// @param json whether `kept` is the JSON of something else, in UTF-8
/// @param end when it is over, or `null` for never
record Entry(Object kept, boolean json, @Nullable Instant end) {

    /// What an entry takes besides its key and its value, roughly.
    private static final int OVERHEAD = 100;

    static Entry of(Object value, @Nullable Instant end) {
        return switch (value) {
            case String text -> new Entry(text, false, end);
            case Boolean truth -> new Entry(truth, false, end);
            case Long number -> new Entry(number, false, end);
            case Integer number -> new Entry(number.longValue(), false, end);
            case Short number -> new Entry(number.longValue(), false, end);
            case Byte number -> new Entry(number.longValue(), false, end);
            case byte[] bytes -> new Entry(bytes.clone(), false, end);
            default -> new Entry(Json.bytes(value), true, end);
        };
    }

    boolean over(Instant now) {
        return end != null && !now.isBefore(end);
    }

    Entry until(@Nullable Instant other) {
        return new Entry(kept, json, other);
    }

    Entry plus(String key, long delta) {
        if (!(kept instanceof Long number)) {
            throw new CacheException(
                    Problem.of("cache.E003", "What is kept under '" + key + "' is no whole number.")
                            .because("Only a whole number can be counted on.")
                            .fixedBy("Count under another key, or delete this one first."),
                    null);
        }
        return new Entry(number + delta, false, end);
    }

    /// {@return a copy that its caller may change}
    Object value() {
        if (kept instanceof byte[] bytes) {
            return json ? Objects.requireNonNull(Json.parse(bytes)) : bytes.clone();
        }
        return kept;
    }

    /// {@return how many bytes it and its key take, roughly}
    int weight(String key) {
        long size =
                switch (kept) {
                    case String text -> text.length();
                    case byte[] bytes -> bytes.length;
                    default -> Long.BYTES;
                };
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD + key.length() + size);
    }
}
