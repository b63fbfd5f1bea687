package dev.quintet.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/// Looks at fields as the compiler has them, before anything is judged.
final class Fields {

    private Fields() {}

    /// The fields of a model and of the models above it, the topmost first; statics and transients
    /// are none.
    static List<VariableElement> of(TypeElement model) {
        var chain = new ArrayList<TypeElement>();
        for (TypeElement at = model;
                at != null && !at.getQualifiedName().contentEquals(Orm.ENTITY);
                at = ModelName.above(at)) {
            chain.add(at);
        }
        var fields = new ArrayList<VariableElement>();
        for (TypeElement one : chain.reversed()) {
            fields.addAll(own(one));
        }
        return fields;
    }

    /// The fields that a class declares itself.
    static List<VariableElement> own(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field ->
                        !field.getModifiers().contains(Modifier.STATIC)
                                && !field.getModifiers().contains(Modifier.TRANSIENT))
                .toList();
    }

    /// The class that declares a field.
    static TypeElement declaring(VariableElement field) {
        if (field.getEnclosingElement() instanceof TypeElement type) {
            return type;
        }
        throw new IllegalArgumentException(field + " is no field.");
    }

    /// Whether `@Nullable`, whosever it is, stands on the field or on its type.
    static boolean nullable(VariableElement field) {
        return hasNullable(field.getAnnotationMirrors()) || nullable(field.asType());
    }

    /// Whether `@Nullable` stands on a type.
    static boolean nullable(TypeMirror type) {
        return hasNullable(type.getAnnotationMirrors());
    }

    private static boolean hasNullable(List<? extends AnnotationMirror> annotations) {
        return annotations.stream()
                .anyMatch(one ->
                        one.getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .contentEquals("Nullable"));
    }

    /// A type's name in full, without annotations and type arguments: `byte[]`,
    /// `dev.quintet.orm.ForeignKey`.
    static String name(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED, ERROR ->
                    ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString();
            case ARRAY -> name(((ArrayType) type).getComponentType()) + "[]";
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE ->
                    type.getKind().name().toLowerCase(java.util.Locale.ROOT);
            default -> type.toString();
        };
    }

    /// Whether a type is one of the five relations.
    static boolean isRelation(TypeMirror type) {
        return switch (name(type)) {
            case Orm.FOREIGN_KEY, Orm.ONE_TO_ONE, Orm.MANY_TO_MANY, Orm.RELATED, Orm.RELATED_ONE ->
                    true;
            default -> false;
        };
    }

    /// Whether a type is a relation to rows of any model.
    static boolean isGeneric(TypeMirror type) {
        return name(type).equals(Orm.GENERIC_FOREIGN_KEY);
    }

    /// The class that a relation's type argument names, or `null` when it has none or no class.
    static @Nullable TypeElement target(TypeMirror relation) {
        TypeMirror argument = argument(relation);
        return argument != null
                        && argument.getKind() == TypeKind.DECLARED
                        && ((DeclaredType) argument).asElement() instanceof TypeElement type
                ? type
                : null;
    }

    /// The type argument of a relation, or `null` when it has none.
    static @Nullable TypeMirror argument(TypeMirror relation) {
        List<? extends TypeMirror> arguments = ((DeclaredType) relation).getTypeArguments();
        return arguments.isEmpty() ? null : arguments.getFirst();
    }

    /// Whether a type, or an argument of it, is not known (yet).
    static boolean isUnknown(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(Fields::isUnknown);
    }
}
