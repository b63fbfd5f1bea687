package dev.quintet.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// An annotation as it stands in the source, defaults filled in. One that is not there reads as all
/// defaults: empty, 0 and false.
final class Mirror {

    private final @Nullable AnnotationMirror annotation;
    private final Map<String, AnnotationValue> values = new HashMap<>();

    private Mirror(@Nullable AnnotationMirror annotation, Elements elements) {
        this.annotation = annotation;
        if (annotation != null) {
            elements.getElementValuesWithDefaults(annotation)
                    .forEach((method, value) -> values.put(name(method), value));
        }
    }

    static Mirror of(Element element, String annotation, Elements elements) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            var type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation)) {
                return new Mirror(mirror, elements);
            }
        }
        return new Mirror(null, elements);
    }

    /// An annotation of a type rather than of what has the type.
    static Mirror ofType(TypeMirror type, String annotation, Elements elements) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            var name = (TypeElement) mirror.getAnnotationType().asElement();
            if (name.getQualifiedName().contentEquals(annotation)) {
                return new Mirror(mirror, elements);
            }
        }
        return new Mirror(null, elements);
    }

    boolean exists() {
        return annotation != null;
    }

    /// The annotation, for the line of a message.
    @Nullable AnnotationMirror annotation() {
        return annotation;
    }

    /// A member, for the line of a message.
    @Nullable AnnotationValue member(String name) {
        return values.get(name);
    }

    String text(String name) {
        return value(name) instanceof String text ? text : "";
    }

    int number(String name) {
        return value(name) instanceof Integer number ? number : 0;
    }

    /// The name of a constant of an enum; empty when the member is not there.
    String constant(String name) {
        return value(name) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
    }

    /// A class, or `null` when the member is not there or names none.
    @Nullable TypeElement type(String name) {
        return value(name) instanceof DeclaredType type
                        && type.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    /// The classes of an array.
    List<TypeElement> types(String name) {
        var found = new ArrayList<TypeElement>();
        for (AnnotationValue one : elementsOf(name)) {
            if (one.getValue() instanceof DeclaredType type
                    && type.asElement() instanceof TypeElement element) {
                found.add(element);
            }
        }
        return found;
    }

    /// Whether the source says it, rather than the annotation's own default.
    boolean says(String name) {
        return annotation != null
                && annotation.getElementValues().keySet().stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals(name));
    }

    long longNumber(String name) {
        return value(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean flag(String name, boolean otherwise) {
        return value(name) instanceof Boolean flag ? flag : otherwise;
    }

    List<String> texts(String name) {
        return elementsOf(name).stream().map(one -> String.valueOf(one.getValue())).toList();
    }

    List<Mirror> mirrors(String name, Elements elements) {
        return elementsOf(name).stream()
                .map(one -> new Mirror((AnnotationMirror) one.getValue(), elements))
                .toList();
    }

    /// The elements of an array.
    private List<AnnotationValue> elementsOf(String name) {
        var found = new ArrayList<AnnotationValue>();
        if (value(name) instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof AnnotationValue value) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    private @Nullable Object value(String name) {
        AnnotationValue value = values.get(name);
        return value == null ? null : value.getValue();
    }

    private static String name(Element element) {
        return element.getSimpleName().toString();
    }
}
