package dev.quintet.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/// A model with a table, read and found good.
///
/// @param fields in the order of their columns, those of models above first
/// @param inherited how many of them, from the first on, belong to the model that it extends
/// @param parent the model with a table that it extends, or `null`
/// @param proxy whether it has no table of its own
/// @param constraints the method that lists its constraints, or `null`
/// @param tableIndexes the method that lists its indexes, or `null`
/// @param about what `@Meta` says
record ModelClass(
        ModelName name,
        List<ModelField> fields,
        int inherited,
        @Nullable ModelName parent,
        boolean proxy,
        List<ExecutableElement> scopes,
        @Nullable String constraints,
        @Nullable String tableIndexes,
        MetaReader about) {

    /// An index, or what no two rows may agree in.
    record Together(String name, List<String> fields, boolean unique) {}

    /// The fields that the table, or that of a model above, has columns for; a field's number is
    /// its place here.
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

    /// The relations to rows of any model.
    List<ModelField.Generic> generics() {
        return fields.stream()
                .filter(ModelField.Generic.class::isInstance)
                .map(ModelField.Generic.class::cast)
                .toList();
    }

    /// The fields that the catalogue shows.
    List<ModelField> shown() {
        return fields.stream()
                .filter(field ->
                        !(field instanceof ModelField.ParentLink)
                                && !(field instanceof ModelField.Part))
                .toList();
    }

    /// The fields that the own table has columns for, and its relations.
    List<ModelField> own() {
        return fields.subList(inherited, fields.size());
    }

    /// Whether everybody sees the class; its catalogue is as visible as the model is.
    boolean exported() {
        for (Element at = name.type(); at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
