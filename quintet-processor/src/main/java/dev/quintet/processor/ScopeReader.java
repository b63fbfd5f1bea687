package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads the `@Scope` methods of a model, and refuses those that its catalogue could not call.
final class ScopeReader {

    /// Methods that every catalogue has.
    private static final Set<String> TAKEN =
            Set.of(
                    "all",
                    "annotate",
                    "clone",
                    "exclude",
                    "filter",
                    "finalize",
                    "get",
                    "getClass",
                    "getOr404",
                    "hashCode",
                    "notify",
                    "notifyAll",
                    "orderBy",
                    "prefetchRelated",
                    "selectRelated",
                    "toString",
                    "wait");

    private final TypeElement model;
    private final Elements elements;
    private final Report report;

    ScopeReader(TypeElement model, Elements elements, Report report) {
        this.model = model;
        this.elements = elements;
        this.report = report;
    }

    List<ExecutableElement> read() {
        var scopes = new ArrayList<ExecutableElement>();
        for (ExecutableElement method : ElementFilter.methodsIn(model.getEnclosedElements())) {
            if (!Mirror.of(method, Orm.SCOPE, elements).exists()) {
                continue;
            }
            String wrong = wrong(method);
            if (wrong != null) {
                report.refuse(
                        model,
                        method,
                        Problem.of(
                                        "processor.E025",
                                        "The scope '" + method.getSimpleName() + "' " + wrong + ".")
                                .because(
                                        "A scope takes a QuerySet of its model, then what it likes, and returns a QuerySet of it.")
                                .fixedBy(
                                        "Write it as: @Scope static "
                                                + querySet()
                                                + " "
                                                + method.getSimpleName()
                                                + "("
                                                + querySet()
                                                + " rows) { return rows.filter(...); }"));
            } else if (TAKEN.contains(method.getSimpleName().toString())) {
                report.refuse(
                        model,
                        method,
                        Problem.of(
                                        "processor.E026",
                                        "A scope cannot be called '"
                                                + method.getSimpleName()
                                                + "'.")
                                .because("Every catalogue has a method of that name.")
                                .fixedBy("Rename it."));
            } else {
                scopes.add(method);
            }
        }
        return scopes;
    }

    private @Nullable String wrong(ExecutableElement method) {
        var modifiers = new HashSet<>(method.getModifiers());
        if (model.getModifiers().contains(Modifier.ABSTRACT)) {
            return "belongs to an abstract model, which has no rows";
        }
        if (!modifiers.contains(Modifier.STATIC)) {
            return "is not static";
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            return "is private, and its catalogue cannot call it";
        }
        if (!method.getTypeParameters().isEmpty()) {
            return "has type parameters";
        }
        if (!isQuerySet(method.getReturnType())) {
            return "does not return a " + querySet();
        }
        if (method.getParameters().isEmpty()
                || !isQuerySet(method.getParameters().getFirst().asType())) {
            return "does not take a " + querySet() + " first";
        }
        return null;
    }

    private boolean isQuerySet(TypeMirror type) {
        return Fields.name(type).equals(Orm.QUERY_SET)
                && ((DeclaredType) type).getTypeArguments().size() == 1
                && Fields.name(((DeclaredType) type).getTypeArguments().getFirst())
                        .contentEquals(model.getQualifiedName());
    }

    private String querySet() {
        return "QuerySet<" + model.getSimpleName() + ">";
    }
}
