package dev.quintet.orm.sql;

import dev.quintet.orm.Slug;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The codecs that come with the ORM.
final class Codecs {

    static final Codec<Slug> SLUG =
            new Codec<>() {
                @Override
                public Object encode(Slug slug) {
                    return slug.text();
                }

                @Override
                public Slug decode(Object stored) {
                    return new Slug((String) stored);
                }
            };

    static final Codec<Short> INT16 =
            new Codec<>() {
                @Override
                public Object encode(Short value) {
                    return value.intValue();
                }

                @Override
                public Short decode(Object stored) {
                    return ((Number) stored).shortValue();
                }
            };

    private static final Codec<Object> IDENTITY =
            new Codec<>() {
                @Override
                public Object encode(Object value) {
                    return value;
                }

                @Override
                public Object decode(Object stored) {
                    return stored;
                }
            };

    private Codecs() {}

    @SuppressWarnings("unchecked") // it never looks at the value
    static <V> Codec<V> identity() {
        return (Codec<V>) IDENTITY;
    }

    static <E extends Enum<E>> Codec<@Nullable E> enumOf(Class<E> type) {
        Map<String, E> byName = new HashMap<>();
        for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
            byName.put(constant.name(), constant);
        }
        return new Codec<@Nullable E>() {
            @Override
            public Object encode(@Nullable E value) {
                return Objects.requireNonNull(value).name();
            }

            @Override
            public @Nullable E decode(Object stored) {
                return byName.get((String) stored);
            }
        };
    }
}
