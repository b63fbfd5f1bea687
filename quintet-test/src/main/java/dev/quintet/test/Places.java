package dev.quintet.test;

import dev.quintet.orm.Entity;
import dev.quintet.orm.GenericForeignKey;
import dev.quintet.orm.ManyToMany;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.ToMany;
import dev.quintet.orm.ToOne;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reaches the relations of objects by their names. The types of their targets are known to the
/// mappings only, so the casts are here.
final class Places {

    private Places() {}

    /// {@return the object that a relation to one was set to, or `null`; nothing is loaded}
    static <M extends Entity> @Nullable Entity target(
            ModelMapping<M> mapping, M object, String relation) {
        return switch (mapping.place(object, relation)) {
            case ToOne<?> key -> key.key() == null || key.isLoaded() ? key.get() : null;
            case GenericForeignKey<?> any -> any.isLoaded() ? (Entity) any.get() : null;
            case ToMany<?> _ -> null;
        };
    }

    @SuppressWarnings("unchecked") // the relation's mapping made the target
    static <M extends Entity> void set(
            ModelMapping<M> mapping, M object, String relation, Entity target) {
        switch (mapping.place(object, relation)) {
            case ToOne<?> key -> ((ToOne<Entity>) key).set(target);
            case GenericForeignKey<?> any -> ((GenericForeignKey<Entity>) any).set(target);
            case ToMany<?> _ -> throw new IllegalArgumentException(relation);
        }
    }

    /// Lets a child lead back to the object whose relation it was made for.
    static <T extends Entity> void back(
            ModelMapping<T> children, T child, ModelRelation relation, Entity object) {
        set(children, child, Objects.requireNonNull(relation.field()), object);
    }

    @SuppressWarnings("unchecked") // the relation's mapping made the rows
    static <M extends Entity> void add(
            ModelMapping<M> mapping,
            M object,
            ModelRelation relation,
            List<? extends Entity> rows) {
        if (mapping.place(object, relation.name()) instanceof ManyToMany<?> several) {
            ((ManyToMany<Entity>) several).add(rows.toArray(Entity[]::new));
        }
    }

    static boolean isUnsaved(Entity object) {
        return isUnsaved(Mappings.of(object.getClass()), object);
    }

    private static <M extends Entity> boolean isUnsaved(ModelMapping<M> mapping, Entity object) {
        return mapping.state().key().stream()
                .map(key -> mapping.read(mapping.type().cast(object), key.name()))
                .anyMatch(part -> part == null || part.equals(0L) || part.equals(0));
    }
}
