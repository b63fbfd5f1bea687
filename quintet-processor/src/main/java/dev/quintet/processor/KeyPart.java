package dev.quintet.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// A field that the key of a model is made of, through keys that are relations themselves.
///
/// @param name as the model has it
/// @param column as its table has it
/// @param kept the field whose value it is, of this model or of one that its key leads to
record KeyPart(String name, String column, ModelField.Plain kept) {

    /// {@return the parts of a model's key; empty when it has none, when one was refused, or when
    /// its key leads round in a circle}
    static List<KeyPart> of(TypeElement model, Elements elements, Report report) {
        List<KeyPart> parts = of(model, elements, report, new HashSet<>());
        return parts == null ? List.of() : parts;
    }

    private static @Nullable List<KeyPart> of(
            TypeElement model, Elements elements, Report report, Set<TypeElement> seen) {
        if (!seen.add(model)) {
            return null;
        }
        List<KeyPart> parts = new ArrayList<>();
        for (VariableElement field : Fields.of(model)) {
            if (!Mirror.of(field, Orm.ID, elements).exists()) {
                continue;
            }
            List<KeyPart> some =
                    Fields.isRelation(field.asType())
                            ? ofRelation(field, elements, report, seen)
                            : ofField(model, field, elements, report);
            if (some == null) {
                return null;
            }
            parts.addAll(some);
        }
        seen.remove(model);
        return parts;
    }

    private static @Nullable List<KeyPart> ofField(
            TypeElement model, VariableElement field, Elements elements, Report report) {
        return new FieldReader(model, model, elements, report).read(field)
                        instanceof ModelField.Plain plain
                ? List.of(new KeyPart(plain.name(), plain.column(), plain))
                : null;
    }

    private static @Nullable List<KeyPart> ofRelation(
            VariableElement field, Elements elements, Report report, Set<TypeElement> seen) {
        TypeElement target = Fields.target(field.asType());
        List<KeyPart> further = target == null ? null : of(target, elements, report, seen);
        if (further == null || further.isEmpty()) {
            return null;
        }
        String name = field.getSimpleName().toString();
        if (further.size() == 1) {
            String column = FieldReader.column(field, "_id", elements);
            return List.of(new KeyPart(name, column, further.getFirst().kept()));
        }
        List<String> columns = columns(further, field, elements);
        List<KeyPart> parts = new ArrayList<>();
        for (int i = 0; i < further.size(); i++) {
            KeyPart part = further.get(i);
            parts.add(new KeyPart(part.nameIn(name), columns.get(i), part.kept()));
        }
        return parts;
    }

    /// {@return what a relation of this name calls the part}
    String nameIn(String relation) {
        return relation + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /// {@return the columns that a relation keeps these parts in}
    static List<String> columns(List<KeyPart> parts, VariableElement relation, Elements elements) {
        List<String> told = Mirror.of(relation, Orm.FIELD, elements).texts("columns");
        if (told.size() == parts.size()) {
            return told;
        }
        String own = FieldReader.column(relation, "", elements);
        return parts.stream().map(part -> own + "_" + part.column()).toList();
    }
}
