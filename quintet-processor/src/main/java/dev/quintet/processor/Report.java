package dev.quintet.processor;

import dev.quintet.kernel.error.Problem;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/// Tells the user what is wrong, at the user's own line, and each thing once.
final class Report {

    private final Messager messager;
    private final Set<String> sources = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private int count;

    Report(Messager messager) {
        this.messager = messager;
    }

    /// Notes a top-level class that is compiled from source, so that it has lines to point at.
    void readsSource(TypeElement type) {
        sources.add(type.getQualifiedName().toString());
    }

    /// How much was refused so far.
    int count() {
        return count;
    }

    /// Refuses what stands at `at`; at `model` where that came compiled, out of a jar.
    void refuse(TypeElement model, Element at, Problem problem) {
        refuse(model, at, null, null, problem);
    }

    /// Refuses a member of an annotation.
    void refuse(
            TypeElement model,
            Element at,
            @Nullable Mirror mirror,
            @Nullable String member,
            Problem problem) {
        count++;
        Element place = hasSource(at) ? at : model;
        if (!told.add(place + " " + place.getEnclosingElement() + " " + problem.render())) {
            return;
        }
        if (place.equals(at) && mirror != null && mirror.annotation() != null) {
            messager.printMessage(
                    Diagnostic.Kind.ERROR,
                    problem.render(),
                    place,
                    mirror.annotation(),
                    member == null ? null : mirror.member(member));
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, problem.render(), place);
        }
    }

    private boolean hasSource(Element element) {
        Element outer = element;
        while (outer.getEnclosingElement() != null
                && !(outer.getEnclosingElement() instanceof PackageElement)) {
            outer = outer.getEnclosingElement();
        }
        return outer instanceof TypeElement type
                && sources.contains(type.getQualifiedName().toString());
    }
}
