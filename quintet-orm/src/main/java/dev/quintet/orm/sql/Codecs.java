package dev.quintet.orm.sql;

import dev.quintet.kernel.validate.IpAddresses;
import dev.quintet.orm.Slug;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

    static final Codec<String> IP = new IpCodec(false);
    static final Codec<String> IP_UNPACKED = new IpCodec(true);

    /// Only IPv6 has several spellings. What is no address goes as it is: the database refuses it.
    private record IpCodec(boolean unpackV4) implements Codec<String> {

        @Override
        public Object encode(String address) {
            String bare = address.strip();
            String clean = bare.contains(":") ? IpAddresses.cleanV6(bare, unpackV4) : null;
            return clean == null ? bare : clean;
        }

        @Override
        public String decode(Object stored) {
            String text = (String) stored;
            int mask = text.indexOf('/');
            return mask < 0 ? text : text.substring(0, mask);
        }
    }

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

    static <E extends Enum<E>> Codec<@Nullable E> enumOf(
            Class<E> type, Function<? super E, ? extends Object> value) {
        Map<Object, E> byValue = new HashMap<>();
        Map<E, Object> values = new EnumMap<>(type);
        for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
            Object stored = value.apply(constant);
            Object kept = stored instanceof Short small ? Integer.valueOf(small) : stored;
            byValue.put(kept, constant);
            values.put(constant, kept);
        }
        Codec<@Nullable E> codec =
                new Codec<>() {
                    @Override
                    public Object encode(@Nullable E constant) {
                        return Objects.requireNonNull(values.get(constant));
                    }

                    @Override
                    public @Nullable E decode(Object stored) {
                        return byValue.get(stored);
                    }
                };
        return EnumCodecs.known(type, codec);
    }
}
