package dev.quintet.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The keys of objects.
final class Keys {

    private Keys() {}

    /// The key as stored: a value, a list of them when it is composite, or null when the object has
    /// none yet.
    static @Nullable Object of(Entity entity) {
        return of(Mappings.of(entity), entity);
    }

    /// The same for who knows the object's mapping.
    static <M extends Entity> @Nullable Object of(ModelMapping<M> mapping, Entity entity) {
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
    @SuppressWarnings("unchecked") // of() made the list, of objects
    static List<Object> parts(Object key) {
        return key instanceof List<?> parts ? (List<Object>) parts : List.of(key);
    }

    /// {@return the keys in lists of `most` at most, so that no statement has too many parameters}
    static List<List<Object>> chunks(Set<Object> keys, int most) {
        List<Object> all = List.copyOf(keys);
        List<List<Object>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            chunks.add(all.subList(from, Math.min(all.size(), from + most)));
        }
        return chunks;
    }

    private static <M extends Entity> @Nullable Object keyPart(
            ModelMapping<M> mapping, M object, int number) {
        Object stored = mapping.stored(object, number);
        boolean unset = mapping.autoKey() && stored instanceof Number key && key.longValue() == 0;
        return unset ? null : stored;
    }
}
