package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Holds what a field of files says against the model's other fields: who keeps the size of its
/// pictures, and what names them.
final class FileCheck {

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    FileCheck(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    void check(List<ModelField> fields) {
        for (ModelField field : fields) {
            if (field instanceof ModelField.Plain plain && plain.kind() == FieldKind.FILE) {
                size(plain, fields);
                function(plain);
            }
        }
    }

    private void size(ModelField.Plain field, List<ModelField> fields) {
        List<String> names = field.options().size();
        boolean pair = names.size() == 2 && !names.getFirst().equals(names.getLast());
        if (!names.isEmpty() && (!pair || !field.options().image())) {
            refuse(
                    field,
                    "size",
                    Problem.of(
                                    "processor.E050",
                                    "The field '" + field.name() + "' does not say its size well.")
                            .because(
                                    pair
                                            ? "Only pictures have a width and a height."
                                            : "size names two fields: for the width, and for the"
                                                    + " height.")
                            .fixedBy(
                                    "Write @Field(image = true, size = {\"coverWidth\","
                                            + " \"coverHeight\"})."));
            return;
        }
        for (String name : names) {
            boolean takes =
                    fields.stream()
                            .anyMatch(other ->
                                    other instanceof ModelField.Plain plain
                                            && plain.name().equals(name)
                                            && plain.kind().whole()
                                            && !plain.key());
            if (!takes) {
                refuse(
                        field,
                        "size",
                        Problem.of(
                                        "processor.E051",
                                        model.getSimpleName()
                                                + " has no field '"
                                                + name
                                                + "' for pixels.")
                                .because(
                                        "The size of '"
                                                + field.name()
                                                + "' goes into fields of whole numbers.")
                                .fixedBy("Add 'public @Nullable Integer " + name + ";'."));
            }
        }
    }

    private void function(ModelField.Plain field) {
        TypeElement by = field.options().uploadBy();
        if (by == null) {
            return;
        }
        boolean makes =
                !by.getModifiers().contains(Modifier.ABSTRACT)
                        && ElementFilter.constructorsIn(by.getEnclosedElements()).stream()
                                .anyMatch(one ->
                                        one.getParameters().isEmpty()
                                                && !one.getModifiers().contains(Modifier.PRIVATE));
        TypeMirror row = row(by);
        boolean fits = row == null || extendsIt(row);
        if (makes && fits) {
            return;
        }
        refuse(
                field,
                "uploadBy",
                Problem.of(
                                "processor.E052",
                                by.getSimpleName()
                                        + " cannot name the files of "
                                        + model.getSimpleName()
                                        + ".")
                        .because(
                                makes && row != null
                                        ? "It is for rows of " + Kinds.written(row) + "."
                                        : "It has no constructor without parameters that can be"
                                                + " called.")
                        .fixedBy(
                                "Write 'final class "
                                        + by.getSimpleName()
                                        + " implements UploadTo<"
                                        + model.getSimpleName()
                                        + ">'."));
    }

    /// The M of `implements UploadTo<M>`; `null` where it is said further up.
    private static @Nullable TypeMirror row(TypeElement by) {
        for (TypeMirror each : by.getInterfaces()) {
            if (each instanceof DeclaredType type
                    && type.asElement() instanceof TypeElement element
                    && element.getQualifiedName().contentEquals(Orm.UPLOAD_TO)
                    && type.getTypeArguments().size() == 1) {
                return type.getTypeArguments().getFirst();
            }
        }
        return null;
    }

    private boolean extendsIt(TypeMirror row) {
        TypeMirror at = model.asType();
        while (at instanceof DeclaredType type && type.asElement() instanceof TypeElement element) {
            if (Fields.name(at).equals(Fields.name(row))) {
                return true;
            }
            at = element.getSuperclass();
        }
        return false;
    }

    private void refuse(ModelField.Plain field, String option, Problem problem) {
        report.refuse(
                model,
                field.element(),
                Mirror.of(field.element(), Orm.FIELD, elements),
                option,
                problem);
    }
}
