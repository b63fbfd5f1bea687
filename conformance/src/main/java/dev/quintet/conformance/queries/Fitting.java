package dev.quintet.conformance.queries;

import dev.quintet.conformance.python.PythonError;
import dev.quintet.conformance.python.Values;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Slug;
import dev.quintet.orm.StoredFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values of the interpreter as the fields of models declare them.
final class Fitting {

    private Fitting() {}

    static @Nullable Object fit(Entity entity, String name, @Nullable Object value) {
        try {
            return fit(entity.getClass().getField(name).getType(), value);
        } catch (NoSuchFieldException notPublic) {
            return value;
        }
    }

    private static @Nullable Object fit(Class<?> type, @Nullable Object value) {
        if (value == null) {
            return type.isPrimitive() ? nothing(type) : null;
        }
        if (value instanceof Number number) {
            return number(type, number, value);
        }
        if (type == String.class) {
            return value.toString();
        }
        if (!(value instanceof String text)) {
            return value;
        }
        if (type == Slug.class) {
            return new Slug(text);
        }
        if (type == StoredFile.class) {
            return new StoredFile(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        return type.isEnum() ? constant(type, text) : value;
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return number(type, 0, 0);
    }

    private static Object number(Class<?> type, Number number, Object value) {
        if (type == int.class || type == Integer.class) {
            return number.intValue();
        }
        if (type == short.class || type == Short.class) {
            return number.shortValue();
        }
        if (type == long.class || type == Long.class) {
            return number.longValue();
        }
        if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(number.toString());
        }
        if (type == boolean.class || type == Boolean.class) {
            return number.longValue() != 0;
        }
        if (type == String.class) {
            return number.toString();
        }
        return type.isEnum() ? constant(type, value) : value;
    }

    private static Object constant(Class<?> type, Object value) {
        for (Object constant : java.util.Objects.requireNonNull(type.getEnumConstants())) {
            if (Values.equal(ChoicesValue.stored((Enum<?>) constant), value)) {
                return constant;
            }
        }
        throw new PythonError("ValueError", value + " is not a valid choice");
    }
}
