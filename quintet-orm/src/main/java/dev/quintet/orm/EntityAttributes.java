package dev.quintet.orm;

import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.orm.state.FieldState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What templates see of an object: its fields, what its relations lead to, what a query worked out
/// for it; `****` for a secret.
final class EntityAttributes {

    private static final String MASK = "****";
    private static final String GET = "get_";
    private static final String DISPLAY = "_display";

    private EntityAttributes() {}

    static @Nullable Object of(Entity entity, String name) {
        return of(entity, name, Mappings.of(entity));
    }

    private static <M extends Entity> @Nullable Object of(
            Entity entity, String name, ModelMapping<M> mapping) {
        M object = mapping.type().cast(entity);
        ModelRelation relation = mapping.relation(name);
        if (relation != null && mapping.relations().contains(relation)) {
            return led(mapping.holder(object, name));
        }
        if (mapping.leadsAnywhere(name)) {
            return led(mapping.holder(object, name));
        }
        int number = mapping.number(name);
        if (number >= 0) {
            FieldState field = mapping.columns().get(number);
            return shown(field, DeferredValues.of(object, mapping, name));
        }
        EntityState state = entity.state;
        EntityState.Annotations worked = state == null ? null : state.annotations;
        if (worked != null && worked.names().contains(name)) {
            return worked.named(name);
        }
        if (name.equals("pk")) {
            Object key = Keys.of(entity);
            return key instanceof List<?> ? RowKey.text(key) : key;
        }
        if (name.endsWith("_id")) {
            int key = mapping.number(name.substring(0, name.length() - 3));
            return key < 0 ? TemplateObject.UNKNOWN : mapping.value(object, key);
        }
        if (name.startsWith(GET) && name.endsWith(DISPLAY)) {
            int from = GET.length();
            int to = name.length() - DISPLAY.length();
            int chosen = from < to ? mapping.number(name.substring(from, to)) : -1;
            return chosen < 0 ? TemplateObject.UNKNOWN : label(mapping, object, chosen);
        }
        return TemplateObject.UNKNOWN;
    }

    private static @Nullable Object led(ModelRelation.Holder holder) {
        return switch (holder) {
            case ToOne<?> key -> key.get();
            case GenericForeignKey<?> row -> row.get();
            case RelatedOne<?> reverse -> reverse.find().orElse(null);
            case Related<?> rows -> rows;
            case ManyToMany<?> rows -> rows;
        };
    }

    private static @Nullable Object shown(FieldState field, @Nullable Object value) {
        return field.secret() && value != null ? MASK : value;
    }

    private static <M extends Entity> @Nullable Object label(
            ModelMapping<M> mapping, M object, int number) {
        FieldState field = mapping.columns().get(number);
        Object stored = mapping.stored(object, number);
        for (FieldState.Choice choice : field.choices()) {
            if (Objects.equals(choice.value(), stored)) {
                return choice.shownLabel();
            }
        }
        return shown(field, mapping.value(object, number));
    }
}
