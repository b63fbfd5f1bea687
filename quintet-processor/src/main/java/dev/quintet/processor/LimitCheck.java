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

/// Holds what limits the rows of a relation against the model that it leads to.
final class LimitCheck {

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    LimitCheck(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    void check(List<ModelField> fields) {
        for (ModelField field : fields) {
            switch (field) {
                case ModelField.ToOne one -> check(field, one.target(), one.options());
                case ModelField.Parted parted -> check(field, parted.target(), parted.options());
                case ModelField.Many many -> check(field, many.target(), many.options());
                default -> {
                    // No other field offers rows.
                }
            }
        }
    }

    private void check(ModelField field, ModelName target, ModelField.Options options) {
        TypeElement limit = options.limitTo();
        if (limit == null) {
            return;
        }
        boolean makes =
                !limit.getModifiers().contains(Modifier.ABSTRACT)
                        && ElementFilter.constructorsIn(limit.getEnclosedElements()).stream()
                                .anyMatch(one ->
                                        one.getParameters().isEmpty()
                                                && !one.getModifiers().contains(Modifier.PRIVATE));
        TypeMirror rows = rows(limit);
        boolean fits =
                rows == null || Fields.name(rows).equals(Fields.name(target.type().asType()));
        if (makes && fits) {
            return;
        }
        report.refuse(
                model,
                field.element(),
                Mirror.of(field.element(), Orm.FIELD, elements),
                "limitTo",
                Problem.of(
                                "processor.E060",
                                limit.getSimpleName()
                                        + " cannot limit the rows of '"
                                        + field.name()
                                        + "'.")
                        .because(
                                makes && rows != null
                                        ? "It is for rows of " + Kinds.written(rows) + "."
                                        : "It has no constructor without parameters that can be"
                                                + " called.")
                        .fixedBy(
                                "Write 'final class "
                                        + limit.getSimpleName()
                                        + " implements LimitTo<"
                                        + target.simple()
                                        + ">'."));
    }

    /// The T of `implements LimitTo<T>`; `null` where it is said further up.
    private static @Nullable TypeMirror rows(TypeElement limit) {
        for (TypeMirror each : limit.getInterfaces()) {
            if (each instanceof DeclaredType type
                    && type.asElement() instanceof TypeElement element
                    && element.getQualifiedName().contentEquals(Orm.LIMIT_TO)
                    && type.getTypeArguments().size() == 1) {
                return type.getTypeArguments().getFirst();
            }
        }
        return null;
    }
}
