package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;

/// Whether a field leads to a model, or to a field of it. Django: `field_references`.
final class References {

    private References() {}

    static boolean toModel(FieldState field, String label) {
        RelationState relation = field.relation();
        return relation != null
                && (Labels.same(relation.target(), label) || through(relation, label));
    }

    static boolean toField(FieldState field, String label, String name) {
        RelationState relation = field.relation();
        if (relation == null) {
            return false;
        }
        if (through(relation, label)) {
            return true;
        }
        String to = relation.toField();
        // Which field is the key is not known here: a relation to the key may mean any.
        return Labels.same(relation.target(), label) && (to == null || to.equals(name));
    }

    private static boolean through(RelationState relation, String label) {
        RelationState.Through between = relation.through();
        return between != null && between.model() != null && Labels.same(between.model(), label);
    }

    /// {@return a relation that keeps the value of a field which has another name now}
    static FieldState retied(FieldState field, String label, String from, String to) {
        RelationState relation = field.relation();
        return relation != null
                        && Labels.same(relation.target(), label)
                        && from.equals(relation.toField())
                ? field.leadingTo(relation.toField(to))
                : field;
    }
}
