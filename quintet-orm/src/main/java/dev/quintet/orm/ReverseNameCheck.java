package dev.quintet.orm;

import dev.quintet.kernel.check.CheckMessage;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks for ways back that have one name at their target: two relations, or a relation and a field
/// of the target. Django: `fields.E302` to `fields.E305`.
final class ReverseNameCheck {

    private final Map<String, String> taken = new LinkedHashMap<>();
    private final List<CheckMessage> found = new ArrayList<>();

    private ReverseNameCheck() {}

    static List<CheckMessage> run(Models models) {
        var check = new ReverseNameCheck();
        for (ModelMapping<?> model : models.list()) {
            for (FieldState field : model.state().fields()) {
                RelationState relation = field.relation();
                ModelRelation way = relation == null ? null : model.relation(field.name());
                if (relation != null && way != null && !relation.parentLink()) {
                    check.look(model, field, relation, way.target().get().concrete());
                }
            }
        }
        return check.found;
    }

    private void look(
            ModelMapping<?> model,
            FieldState field,
            RelationState relation,
            ModelMapping<?> target) {
        boolean declared = WaysBack.declared(target, model, field) != null;
        String accessor = WaysBack.accessor(model, field, relation);
        if (accessor == null || (declared && relation.relatedName() == null)) {
            return;
        }
        String own = model.state().label() + "." + field.name();
        String there = target.state().label() + "." + accessor;
        String other = taken.putIfAbsent(there, own);
        boolean fieldOfTarget = relation.relatedName() != null && isField(target, accessor, model);
        if (fieldOfTarget) {
            clash(own, there, "that is a field of its own", relation);
        } else if (other != null) {
            clash(own, there, "as does the one of " + other, relation);
        }
    }

    private static boolean isField(ModelMapping<?> target, String name, ModelMapping<?> model) {
        ModelRelation relation = target.relation(name);
        boolean back = relation != null && relation.target().get().equals(model);
        boolean shown = target.relations().stream().anyMatch(one -> one.name().equals(name));
        return target.number(name) >= 0 || (shown && !back);
    }

    private void clash(String own, String there, String why, RelationState relation) {
        @Nullable String said = relation.relatedName();
        found.add(
                CheckMessage.error(
                                "orm.E167",
                                "The way back of " + own + " is called " + there + ", " + why + ".",
                                own)
                        .hint(
                                said == null
                                        ? "Say @Field(relatedName = \"...\") for one of them, or declare"
                                                + " the way back with @ReverseOf."
                                        : "Say another @Field(relatedName = \"...\")."));
    }
}
