package dev.quintet.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/// Which kind of field a Java type makes.
final class Kinds {

    private static final Set<String> BOUNDS =
            Set.of(
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.math.BigDecimal",
                    "java.time.LocalDate",
                    "java.time.Instant",
                    "java.time.LocalDateTime");

    private Kinds() {}

    /// The kind of a field of this type, or `null` when there is none.
    static @Nullable FieldKind of(TypeMirror type) {
        String name = Fields.name(type);
        FieldKind kind = FieldKind.of(name);
        if (kind != null) {
            return kind;
        }
        if (is(type, ElementKind.ENUM)) {
            return FieldKind.ENUM;
        }
        if (is(type, ElementKind.RECORD)) {
            return name.equals(Orm.RANGE) ? range(type) : FieldKind.JSON;
        }
        return switch (name) {
            case "java.lang.Object" -> FieldKind.JSON;
            case "java.util.Map" -> map(type);
            case "java.util.List" -> list(type);
            default -> null;
        };
    }

    private static @Nullable FieldKind range(TypeMirror type) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return arguments.size() == 1 && BOUNDS.contains(Fields.name(arguments.getFirst()))
                ? FieldKind.RANGE
                : null;
    }

    private static @Nullable FieldKind map(TypeMirror type) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        if (arguments.size() != 2
                || !Fields.name(arguments.getFirst()).equals("java.lang.String")) {
            return null;
        }
        return switch (Fields.name(arguments.getLast())) {
            case "java.lang.Object" -> FieldKind.JSON;
            case "java.lang.String" -> FieldKind.TEXTS;
            default -> null;
        };
    }

    private static @Nullable FieldKind list(TypeMirror type) {
        TypeMirror element = element(type);
        if (element == null) {
            return null;
        }
        if (Fields.name(element).equals("java.lang.Object")) {
            return FieldKind.JSON;
        }
        FieldKind kind = of(element);
        return kind == null || kind == FieldKind.ARRAY || kind == FieldKind.TEXTS
                ? null
                : FieldKind.ARRAY;
    }

    /// The element of a list, or `null` when it is not told.
    static @Nullable TypeMirror element(TypeMirror list) {
        List<? extends TypeMirror> arguments = ((DeclaredType) list).getTypeArguments();
        return arguments.size() == 1 ? arguments.getFirst() : null;
    }

    private static boolean is(TypeMirror type, ElementKind kind) {
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement().getKind() == kind;
    }

    /// What an enum's constants are.
    static ModelField.Choices choices(TypeMirror type) {
        List<String> names =
                ((DeclaredType) type)
                        .asElement().getEnclosedElements().stream()
                                .filter(one -> one.getKind() == ElementKind.ENUM_CONSTANT)
                                .map(one -> one.getSimpleName().toString())
                                .toList();
        ExecutableElement label = getter(type, "label");
        ExecutableElement group = getter(type, "group");
        return new ModelField.Choices(
                names, isText(label), storage(getter(type, "value")) != null, isText(group));
    }

    private static boolean isText(@Nullable ExecutableElement method) {
        return method != null && Fields.name(method.getReturnType()).equals("java.lang.String");
    }

    /// What the column of an enum holds: what its `value()` returns, else its name.
    static FieldKind storage(TypeMirror type) {
        FieldKind own = storage(getter(type, "value"));
        return own == null ? FieldKind.TEXT : own;
    }

    private static @Nullable FieldKind storage(@Nullable ExecutableElement method) {
        FieldKind kind = method == null ? null : FieldKind.of(Fields.name(method.getReturnType()));
        return kind == FieldKind.TEXT || (kind != null && kind.whole()) ? kind : null;
    }

    private static @Nullable ExecutableElement getter(TypeMirror type, String name) {
        Element declaration = ((DeclaredType) type).asElement();
        for (ExecutableElement method :
                ElementFilter.methodsIn(declaration.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(name)
                    && method.getParameters().isEmpty()
                    && !method.getModifiers().contains(Modifier.PRIVATE)
                    && !method.getModifiers().contains(Modifier.STATIC)) {
                return method;
            }
        }
        return null;
    }

    /// What a user probably wants instead of a type that cannot be a field.
    static String otherType(TypeMirror type) {
        return switch (Fields.name(type)) {
            case "float", "java.lang.Float" -> "Declare it as double.";
            case "byte", "java.lang.Byte" -> "Declare it as short.";
            case "char", "java.lang.Character" ->
                    "Declare it as String with @Field(maxLength = 1).";
            case "java.math.BigInteger" -> "Declare it as BigDecimal with decimals = 0.";
            case "java.util.Date",
                    "java.sql.Timestamp",
                    "java.time.ZonedDateTime",
                    "java.time.OffsetDateTime" ->
                    "Declare it as Instant.";
            default ->
                    "Choose one of them, say how it is stored by @Field(type = ...), or make it"
                            + " 'transient' if it is no column.";
        };
    }

    /// A type's simple name, for messages.
    static String written(TypeMirror type) {
        String name = Fields.name(type);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(dot + 1);
    }
}
