package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.function.UnaryOperator;

/// The names that a field gives to other things: its column, and what people read.
public final class FieldNames {

    private FieldNames() {}

    /// {@return the column that a field has unless it says otherwise}
    public static String column(FieldState field) {
        if (!field.hasColumn()) {
            return "";
        }
        return field.relation() == null ? field.name() : field.name() + "_id";
    }

    /// {@return the column that a relation to one row has unless it says otherwise: none where its
    /// parts have columns of their own}
    public static String keyColumn(String field, RelationState relation) {
        return relation.parts().isEmpty() ? field + "_id" : "";
    }

    /// {@return whether a field has the column that its name gives it}
    public static boolean usualColumn(FieldState field) {
        return field.column().equals(column(field));
    }

    /// {@return whether people read what the field's name says}
    public static boolean usualWords(FieldState field) {
        return field.verboseName().equals(FieldState.of(field.name(), field.type()).verboseName());
    }

    /// {@return the field under another name, and with it what the name gives}
    public static FieldState renamed(FieldState field, String name) {
        FieldState renamed = field.renamed(name);
        if (usualColumn(field)) {
            renamed = renamed.inColumn(column(renamed));
        }
        return usualWords(field)
                ? renamed.named(FieldState.of(name, field.type()).verboseName())
                : renamed;
    }

    /// {@return the model with one of its fields changed}
    static ModelState changed(ModelState model, String field, UnaryOperator<FieldState> change) {
        return model.withFields(
                model.fields().stream()
                        .map(one -> one.name().equals(field) ? change.apply(one) : one)
                        .toList());
    }
}
