package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.List;
import java.util.function.UnaryOperator;

/// A model that a setting names, such as `AUTH_USER_MODEL`: as a target of relations until the site
/// is known, whose settings say which it is. Django: `SettingsReference`.
public final class NamedModel {

    private static final String MARK = "setting:";

    private NamedModel() {}

    /// {@return what stands in the place of the label}
    ///
    /// @param setting its name
    public static String by(String setting) {
        return MARK + setting;
    }

    /// {@return the label of a target}
    ///
    /// @param labels says it, by the name of a setting
    public static String settled(String target, UnaryOperator<String> labels) {
        return target.startsWith(MARK) ? labels.apply(target.substring(MARK.length())) : target;
    }

    static ModelState settled(ModelState model, UnaryOperator<String> labels) {
        List<FieldState> fields =
                model.fields().stream().map(field -> settled(field, labels)).toList();
        return fields.equals(model.fields()) ? model : model.withFields(fields);
    }

    static FieldState settled(FieldState field, UnaryOperator<String> labels) {
        RelationState relation = field.relation();
        return relation == null || !relation.target().startsWith(MARK)
                ? field
                : field.leadingTo(relation.leadingTo(settled(relation.target(), labels)));
    }

    static List<Operation> settled(List<Operation> operations, UnaryOperator<String> labels) {
        return operations.stream().map(one -> one.settled(labels)).toList();
    }
}
