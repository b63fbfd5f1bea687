package dev.quintet.http;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// The converters that every site has: Django's five.
final class Converters {

    static final Converter<Long> INT = new Plain<>("[0-9]+", Long.class, Long::valueOf);
    static final Converter<String> STR = new Plain<>("[^/]+", String.class, piece -> piece);
    static final Converter<String> SLUG = new Plain<>("[-a-zA-Z0-9_]+", String.class, p -> p);
    static final Converter<String> PATH = new Plain<>(".+", String.class, piece -> piece);
    static final Converter<UUID> UUIDS =
            new Plain<>(
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                    UUID.class, UUID::fromString);

    static final Map<String, Converter<?>> BUILT_IN =
            Map.of("int", INT, "str", STR, "slug", SLUG, "path", PATH, "uuid", UUIDS);

    private Converters() {}

    private record Plain<T>(String regex, Class<T> type, Function<String, T> parser)
            implements Converter<T> {

        @Override
        public T parse(String piece) {
            return parser.apply(piece);
        }

        @Override
        public String format(Object value) {
            return value.toString();
        }

        @Override
        public String toString() {
            return regex;
        }
    }
}
