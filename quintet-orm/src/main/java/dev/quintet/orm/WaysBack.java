package dev.quintet.orm;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The names by which queries told by names go back over relations: those that the target declares,
/// else those that Django gives. Django: `related_name`, `related_query_name`.
final class WaysBack {

    private WaysBack() {}

    /// Opens the ways that no field of a target declares.
    static void open(Collection<ModelMapping<?>> models) {
        for (ModelMapping<?> model : models) {
            for (FieldState field : model.state().fields()) {
                if (field.relation() != null) {
                    open(model, field, field.relation());
                }
            }
            for (ModelRelation relation : model.relations()) {
                openGeneric(model, relation);
            }
        }
    }

    /// Rows that lead anywhere lead back to one model where this says by what name.
    private static void openGeneric(ModelMapping<?> model, ModelRelation relation) {
        GenericTie tie = relation.generic();
        String name = tie == null ? null : tie.back();
        ModelMapping<?> leading = relation.target().get();
        if (name != null && leading.number(name) < 0) {
            leading.reachableBy(
                    name,
                    new ModelRelation(
                            ModelRelation.Kind.REVERSE_ONE,
                            "+" + model.state().label() + "." + relation.name(),
                            () -> model,
                            model.keyFields().getFirst().name(),
                            null,
                            null,
                            false,
                            tie,
                            List.of()));
        }
    }

    private static void open(ModelMapping<?> model, FieldState field, RelationState relation) {
        ModelRelation way = model.relation(field.name());
        if (way == null) {
            return;
        }
        ModelMapping<?> target = way.target().get();
        String name = queryName(model, relation);
        if (name == null || target.number(name) >= 0) {
            return;
        }
        ModelRelation declared = declared(target, model, field);
        ModelRelation back = declared == null ? back(model, way) : declared;
        if (back != null) {
            target.reachableBy(name, back);
            // Django's names are in lower case, whatever the class is called.
            target.reachableBy(name.toLowerCase(Locale.ROOT), back);
        }
    }

    private static @Nullable ModelRelation back(ModelMapping<?> model, ModelRelation way) {
        return switch (way.kind()) {
            case TO_ONE -> {
                FieldState field =
                        Objects.requireNonNull(model.state().find(way.name()), way.name());
                boolean one = field.type().name().equals("OneToOneField");
                yield new ModelRelation(
                        one ? ModelRelation.Kind.REVERSE_ONE : ModelRelation.Kind.REVERSE,
                        "+" + model.state().label() + "." + way.name(),
                        () -> model,
                        way.name(),
                        null,
                        null,
                        false);
            }
            case MANY_TO_MANY -> {
                ModelMapping<?> target = way.target().get();
                yield target.relation(model.wayBack(way));
            }
            case REVERSE, REVERSE_ONE -> null;
        };
    }

    /// {@return the relation of the target that is the way back, where it declares one}
    static @Nullable ModelRelation declared(
            ModelMapping<?> target, ModelMapping<?> model, FieldState field) {
        RelationState relation = Objects.requireNonNull(field.relation());
        for (ModelRelation one : target.relations()) {
            boolean back =
                    one.target().get().concrete().equals(model.concrete())
                            && (relation.through() == null
                                    ? field.name().equals(one.field())
                                    : one.through() != null
                                            && relation.through().turned().equals(one.through())
                                            && target.state().find(one.name()) == null);
            if (back) {
                return one;
            }
        }
        return null;
    }

    /// {@return what queries call the way back, or `null` when there is none}
    static @Nullable String queryName(ModelMapping<?> model, RelationState relation) {
        String name = relation.relatedName();
        if (relation.symmetrical() || (name != null && name.endsWith("+"))) {
            return relation.relatedQueryName();
        }
        if (relation.relatedQueryName() != null) {
            return relation.relatedQueryName();
        }
        if (name != null) {
            return filled(name, model.state());
        }
        String usual = model.state().options().defaultRelatedName();
        return usual.isEmpty()
                ? model.state().name().toLowerCase(Locale.ROOT)
                : filled(usual, model.state());
    }

    /// {@return what the target calls the way back, or `null` when there is none}
    static @Nullable String accessor(
            ModelMapping<?> model, FieldState field, RelationState relation) {
        return accessor(model.state(), field, relation);
    }

    /// {@return what the target calls the way back, or `null` when there is none}
    static @Nullable String accessor(ModelState model, FieldState field, RelationState relation) {
        String name = relation.relatedName();
        if (relation.symmetrical() || (name != null && name.endsWith("+"))) {
            return null;
        }
        if (name != null) {
            return filled(name, model);
        }
        String usual = model.options().defaultRelatedName();
        if (!usual.isEmpty()) {
            return filled(usual, model);
        }
        String lower = model.name().toLowerCase(Locale.ROOT);
        return field.type().name().equals("OneToOneField") ? lower : lower + "_set";
    }

    private static String filled(String name, ModelState model) {
        return name.replace("%(app_label)s", model.app())
                .replace("%(class)s", model.name().toLowerCase(Locale.ROOT));
    }
}
