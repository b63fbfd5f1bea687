package dev.quintet.admin;

import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Which fields of a model a form can show.
final class FormFields {

    private FormFields() {}

    /// {@return the names of the fields that a form shows}
    ///
    /// @param listed in their order; empty for all that can be edited
    static List<String> shown(
            ModelMapping<?> mapping,
            Collection<String> listed,
            Collection<String> excluded,
            Collection<String> readonly) {
        var names = new ArrayList<String>();
        if (!listed.isEmpty()) {
            names.addAll(listed);
            return names;
        }
        for (FieldState field : fields(mapping)) {
            if (editable(mapping, field) && !excluded.contains(field.name())) {
                names.add(field.name());
            }
        }
        for (String name : readonly) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /// Those of the models above come first, the ties to them not at all; a proxy has those of the
    /// model that it stands for.
    private static List<FieldState> fields(ModelMapping<?> mapping) {
        ModelMapping<?> concrete = mapping.concrete();
        ModelMapping<?> above = concrete.parent();
        var fields = new ArrayList<FieldState>(above == null ? List.of() : fields(above));
        for (FieldState field : concrete.state().fields()) {
            if (field.relation() == null || !field.relation().parentLink()) {
                fields.add(field);
            }
        }
        return fields;
    }

    /// {@return whether people may change a field}
    static boolean editable(ModelMapping<?> mapping, FieldState field) {
        boolean made =
                field.generated() != null
                        || field.type().auto()
                        || !field.editable()
                        || field.secret();
        return !made && !(field.primaryKey() && field.type().auto()) && suits(mapping, field);
    }

    /// A relation whose table between has a model of its own is edited by that model.
    private static boolean suits(ModelMapping<?> mapping, FieldState field) {
        ModelRelation relation = mapping.relation(field.name());
        if (relation != null) {
            var through = relation.through();
            return relation.kind() == ModelRelation.Kind.TO_ONE
                    || (relation.kind() == ModelRelation.Kind.MANY_TO_MANY
                            && through != null
                            && through.model() == null);
        }
        return switch (field.type().sql()) {
            case SqlType.VarChar _,
                    SqlType.Text _,
                    SqlType.SmallInt _,
                    SqlType.Int _,
                    SqlType.BigInt _,
                    SqlType.Decimal _,
                    SqlType.DoublePrecision _,
                    SqlType.Bool _,
                    SqlType.Date _,
                    SqlType.Time _,
                    SqlType.Timestamp _,
                    SqlType.LocalTimestamp _,
                    SqlType.Interval _,
                    SqlType.Uuid _,
                    SqlType.Json _ ->
                    true;
            default -> !field.choices().isEmpty();
        };
    }
}
