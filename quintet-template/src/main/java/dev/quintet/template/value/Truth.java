package dev.quintet.template.value;

import dev.quintet.kernel.template.TemplateTruth;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a value counts as true, by Python's rule: nothing, zero and what is empty do not.
public final class Truth {

    private Truth() {}

    /// {@return whether `value` counts as true}
    public static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case CharSequence text -> !text.isEmpty();
            case Number number -> !isZero(number);
            case Collection<?> many -> !many.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Optional<?> maybe -> maybe.isPresent() && of(maybe.get());
            case TemplateTruth own -> own.countsAsTrue();
            case Duration duration -> !duration.isZero();
            case Iterable<?> lazy -> lazy.iterator().hasNext();
            default -> !value.getClass().isArray() || Array.getLength(value) > 0;
        };
    }

    private static boolean isZero(Number number) {
        return switch (number) {
            case Double d -> d == 0;
            case Float f -> f == 0;
            case BigDecimal d -> d.signum() == 0;
            case BigInteger i -> i.signum() == 0;
            default -> number.longValue() == 0;
        };
    }
}
