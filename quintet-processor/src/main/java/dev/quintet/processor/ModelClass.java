package dev.quintet.processor;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/// A model with a table, read and found good.
///
/// @param fields in the order of their columns, those of abstract models above first
record ModelClass(
        ModelName name,
        List<ModelField> fields,
        List<ExecutableElement> scopes,
        List<String> ordering,
        List<Together> indexes,
        boolean managed,
        String verboseName,
        String verboseNamePlural) {

    /// An index, or what no two rows may agree in.
    record Together(String name, List<String> fields, boolean unique) {}

    /// The fields that the table has columns for; a field's number is its place here.
    List<ModelField.Stored> stored() {
        return fields.stream()
                .filter(ModelField.Stored.class::isInstance)
                .map(ModelField.Stored.class::cast)
                .toList();
    }

    /// The fields that lead to other models.
    List<ModelField.Leading> leading() {
        return fields.stream()
                .filter(ModelField.Leading.class::isInstance)
                .map(ModelField.Leading.class::cast)
                .toList();
    }

    /// Whether everybody sees the class; its catalogue is as visible as the model is.
    boolean exported() {
        for (var at = (javax.lang.model.element.Element) name.type();
                at instanceof javax.lang.model.element.TypeElement;
                at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
