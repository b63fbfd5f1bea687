package dev.quintet.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
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
