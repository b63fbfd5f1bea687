package dev.quintet.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of objects.
final class Keys {

    private Keys() {}

    /// The key as stored: a value, a list of them when it is composite, or null when the object has
    /// none yet.
    static @Nullable Object of(Entity entity) {
        return stored(Mappings.of(entity), entity);
    }

    private static <M extends Entity> @Nullable Object stored(
            ModelMapping<M> mapping, Entity entity) {
        M object = mapping.type().cast(entity);
        int[] numbers = mapping.keyNumbers();
        if (numbers.length == 1) {
            return keyPart(mapping, object, numbers[0]);
        }
        List<Object> parts = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            Object part = keyPart(mapping, object, number);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    /// {@return the values of a key, one for each of its fields}
    @SuppressWarnings("unchecked") // stored() made the list, of objects
    static List<Object> parts(Object key) {
        return key instanceof List<?> parts ? (List<Object>) parts : List.of(key);
    }

    private static <M extends Entity> @Nullable Object keyPart(
            ModelMapping<M> mapping, M object, int number) {
        Object stored = mapping.stored(object, number);
        boolean unset =
                mapping.columns().get(number).type().auto()
                        && stored instanceof Number key
                        && key.longValue() == 0;
        return unset ? null : stored;
    }
}
