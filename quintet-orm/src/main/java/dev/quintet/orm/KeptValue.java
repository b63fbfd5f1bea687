package dev.quintet.orm;

import org.jspecify.annotations.Nullable;

/// An object that stands for itself in a query: which of its values is meant is known only where it
/// meets a column, because a relation may keep another one than the key.
public record KeptValue(Entity object) {

    private static volatile boolean used;

    /// Notes that there are relations that keep another value than the key.
    static void use() {
        used = true;
    }

    /// {@return whether there are any; most sites have none, and an object means its key}
    static boolean inUse() {
        return used;
    }

    /// {@return what a column keeps of the object}
    ///
    /// @param field the object's field, or `null` for its key
    /// @throws DetachedRelationException when the object was never saved
    public Object value(@Nullable String field) {
        Object kept = of(object, field);
        if (kept == null) {
            throw new DetachedRelationException();
        }
        return kept;
    }

    static @Nullable Object of(Entity object, @Nullable String field) {
        return field == null ? Keys.of(object) : of(Mappings.of(object), object, field);
    }

    private static <M extends Entity> @Nullable Object of(
            ModelMapping<M> mapping, Entity object, String field) {
        return mapping.stored(mapping.type().cast(object), mapping.number(field));
    }
}
