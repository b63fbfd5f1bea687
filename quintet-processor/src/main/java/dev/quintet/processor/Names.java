package dev.quintet.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/// How one generated file names classes: short where it can, imported where it must, and in full
/// where two classes have one name.
final class Names {

    private final String packageName;
    private final Elements elements;
    private final Map<String, String> taken = new HashMap<>();
    private final Set<String> imports = new TreeSet<>();
    private final Set<String> spoken = new TreeSet<>();

    /// @param reserved simple names that the file declares itself
    Names(String packageName, Elements elements, Set<String> reserved) {
        this.packageName = packageName;
        this.elements = elements;
        for (String name : reserved) {
            taken.put(name, "");
        }
    }

    /// What the compiler knows.
    Elements elements() {
        return elements;
    }

    /// The name of a class of the ORM, the JDK or the user, given in full; a top-level one.
    String of(String qualified) {
        int dot = qualified.lastIndexOf('.');
        String simple = qualified.substring(dot + 1);
        String from = dot < 0 ? "" : qualified.substring(0, dot);
        String holder = taken.get(simple);
        if (qualified.equals(holder)) {
            return simple;
        }
        boolean hidden =
                from.equals("java.lang")
                        && elements.getTypeElement(
                                        packageName.isEmpty() ? simple : packageName + "." + simple)
                                != null;
        if (holder != null || hidden) {
            return qualified;
        }
        taken.put(simple, qualified);
        if (!from.equals(packageName) && !from.equals("java.lang") && !from.isEmpty()) {
            imports.add(qualified);
        }
        return simple;
    }

    /// The same, where a field of that name would be taken for it: before a dot in code.
    String inCode(String qualified) {
        String name = of(qualified);
        int dot = name.indexOf('.');
        spoken.add(dot < 0 ? name : name.substring(0, dot));
        return name;
    }

    /// The name of a class, which may be nested.
    String of(TypeElement type) {
        Element outer = type.getEnclosingElement();
        return outer instanceof TypeElement outerType
                ? of(outerType) + "." + type.getSimpleName()
                : of(type.getQualifiedName().toString());
    }

    /// The same, in code.
    String inCode(TypeElement type) {
        String name = of(type);
        int dot = name.indexOf('.');
        spoken.add(dot < 0 ? name : name.substring(0, dot));
        return name;
    }

    /// A type with its arguments, without annotations.
    String of(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> of(((ArrayType) type).getComponentType()) + "[]";
            case DECLARED -> {
                var declared = (DeclaredType) type;
                String name = of((TypeElement) declared.asElement());
                List<? extends TypeMirror> arguments = declared.getTypeArguments();
                yield arguments.isEmpty()
                        ? name
                        : name
                                + arguments.stream()
                                        .map(this::of)
                                        .collect(Collectors.joining(", ", "<", ">"));
            }
            case WILDCARD -> {
                var wildcard = (WildcardType) type;
                if (wildcard.getExtendsBound() != null) {
                    yield "? extends " + of(wildcard.getExtendsBound());
                }
                yield wildcard.getSuperBound() == null
                        ? "?"
                        : "? super " + of(wildcard.getSuperBound());
            }
            default -> Fields.name(type);
        };
    }

    /// The classes to import, sorted.
    Set<String> imports() {
        return imports;
    }

    /// The names that a field of the catalogue must not have.
    Set<String> spoken() {
        return spoken;
    }
}
