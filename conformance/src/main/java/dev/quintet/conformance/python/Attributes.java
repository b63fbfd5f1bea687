package dev.quintet.conformance.python;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `value.name`, of any value.
public final class Attributes {

    private Attributes() {}

    /// {@return the attribute}
    ///
    /// @throws PythonError an AttributeError when there is none
    public static @Nullable Object get(@Nullable Object owner, String name) {
        Object found = find(owner, name);
        if (PythonObject.missing(found)) {
            throw PythonError.attribute(owner, name);
        }
        return found;
    }

    static @Nullable Object find(@Nullable Object owner, String name) {
        if (name.equals("__class__")) {
            return new TypeValue(Values.typeName(owner));
        }
        return switch (owner) {
            case PythonObject object -> object.attribute(name);
            case String text -> StringMethods.of(text, name);
            case Duration duration -> Times.attribute(duration, name);
            case TemporalAccessor time -> TimeMethods.of(time, name);
            case Set<?> set -> CollectionMethods.of(set, name);
            case List<?> list -> CollectionMethods.of(list, name);
            case Map<?, ?> map -> CollectionMethods.of(map, name);
            case BigDecimal number -> NumberMethods.of(number, name);
            case Number number -> NumberMethods.of(number, name);
            case byte[] bytes -> NumberMethods.of(bytes, name);
            case UUID uuid ->
                    name.equals("hex") ? uuid.toString().replace("-", "") : PythonObject.MISSING;
            case null, default -> PythonObject.MISSING;
        };
    }

    /// Does `owner.name = value`.
    static void set(@Nullable Object owner, String name, @Nullable Object value) {
        if (!(owner instanceof PythonObject object)) {
            throw PythonError.attribute(owner, name);
        }
        object.setAttribute(name, value);
    }
}
