package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads the static methods of a model that say more of its table than annotations can: what its
/// constraints and indexes are, and what the database makes of or puts into a field.
final class ListReader {

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    ListReader(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    /// The method with an annotation that lists values of a type, or `null` when there is none.
    @Nullable String read(String annotation, String of) {
        String found = null;
        for (ExecutableElement method : ElementFilter.methodsIn(model.getEnclosedElements())) {
            if (!Mirror.of(method, annotation, elements).exists()) {
                continue;
            }
            String list = "List<" + simple(of) + "<" + model.getSimpleName() + ">>";
            if (!callable(method) || !lists(method.getReturnType(), of)) {
                report.refuse(
                        model,
                        method,
                        Problem.of(
                                        "processor.E032",
                                        "The method '"
                                                + method.getSimpleName()
                                                + "' does not list what @"
                                                + simple(annotation)
                                                + " asks for.")
                                .fixedBy(
                                        "Write it as: @"
                                                + simple(annotation)
                                                + " static "
                                                + list
                                                + " "
                                                + method.getSimpleName()
                                                + "() { return List.of(...); }"));
            }
            found = method.getSimpleName().toString();
        }
        return found;
    }

    /// Refuses methods that say what the database makes of no field.
    void checkValues() {
        for (ExecutableElement method : ElementFilter.methodsIn(model.getEnclosedElements())) {
            for (String annotation : List.of(Orm.COMPUTED, Orm.DATABASE_DEFAULT)) {
                if (Mirror.of(method, annotation, elements).exists()) {
                    checkValue(method, simple(annotation));
                }
            }
        }
    }

    private void checkValue(ExecutableElement method, String annotation) {
        boolean field =
                Fields.own(model).stream()
                        .anyMatch(one -> one.getSimpleName().equals(method.getSimpleName()));
        if (field && callable(method) && isExpression(method.getReturnType())) {
            return;
        }
        report.refuse(
                model,
                method,
                Problem.of(
                                "processor.E031",
                                "The method '"
                                        + method.getSimpleName()
                                        + "' does not say what @"
                                        + annotation
                                        + " asks for.")
                        .because(
                                field
                                        ? "It is static, not private, has no parameters, and returns an Expression."
                                        : model.getSimpleName()
                                                + " has no field of that name itself.")
                        .fixedBy(
                                "Write it as: @"
                                        + annotation
                                        + " static Expression<"
                                        + model.getSimpleName()
                                        + ", ...> nameOfTheField() { return ...; }"));
    }

    private static boolean callable(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && method.getParameters().isEmpty()
                && method.getTypeParameters().isEmpty();
    }

    private boolean lists(TypeMirror type, String of) {
        if (!Fields.name(type).equals("java.util.List")) {
            return false;
        }
        TypeMirror element = Kinds.element(type);
        if (element == null || !Fields.name(element).equals(of)) {
            return false;
        }
        TypeMirror about = Kinds.element(element);
        return about != null && Fields.name(about).contentEquals(model.getQualifiedName());
    }

    private static boolean isExpression(TypeMirror type) {
        TypeMirror at = type;
        while (at.getKind() == TypeKind.DECLARED) {
            if (Fields.name(at).equals(Orm.EXPRESSION)) {
                return true;
            }
            at = ((TypeElement) ((DeclaredType) at).asElement()).getSuperclass();
        }
        return false;
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
