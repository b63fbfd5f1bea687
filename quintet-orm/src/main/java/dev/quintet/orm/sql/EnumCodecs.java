package dev.quintet.orm.sql;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// How the enums of models are stored, for constants that stand in a query where no column tells.
/// Safe for many threads.
public final class EnumCodecs {

    private static final ClassValue<AtomicReference<@Nullable Codec<?>>> KNOWN =
            new ClassValue<>() {
                @Override
                protected AtomicReference<@Nullable Codec<?>> computeValue(Class<?> type) {
                    return new AtomicReference<>();
                }
            };

    private EnumCodecs() {}

    static <C extends Codec<?>> C known(Class<?> type, C codec) {
        KNOWN.get(type).compareAndSet(null, codec);
        return codec;
    }

    /// {@return the codec of a value's enum, or `null` for other values and for enums of no model}
    public static @Nullable Codec<?> of(@Nullable Object value) {
        return value instanceof Enum<?> constant
                ? KNOWN.get(constant.getDeclaringClass()).get()
                : null;
    }

    /// {@return what a column holds for a constant: its name where no model says otherwise}
    @SuppressWarnings("unchecked") // it was made for the constant's own enum
    public static Object stored(Enum<?> constant) {
        Codec<?> codec = of(constant);
        return codec == null ? constant.name() : ((Codec<Object>) codec).encode(constant);
    }
}
