package dev.quintet.orm;

import dev.quintet.kernel.template.TemplateObject;
import org.jspecify.annotations.Nullable;

/// What an object answers to templates for its relations, its key and its secrets.
final class TemplateNames {

    private static final String MASK = "****";

    private TemplateNames() {}

    static @Nullable Object of(Entity entity, String name) {
        return of(Mappings.of(entity), entity, name);
    }

    @SuppressWarnings("unchecked") // the mapping is that of the object's class
    private static <M extends Entity> @Nullable Object of(
            ModelMapping<M> mapping, Entity entity, String name) {
        if (mapping.relation(name) != null) {
            return switch (mapping.holder((M) entity, name)) {
                case ForeignKey<?> one -> one.get();
                case OneToOne<?> one -> one.get();
                case RelatedOne<?> one -> one.get();
                case ModelRelation.Holder many -> many;
            };
        }
        int field = mapping.number(name);
        if (field >= 0 && mapping.columns().get(field).secret()) {
            return MASK;
        }
        return name.equals("pk") ? Keys.of(entity) : TemplateObject.UNKNOWN;
    }
}
