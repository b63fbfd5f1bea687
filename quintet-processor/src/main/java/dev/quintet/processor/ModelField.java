package dev.quintet.processor;

import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// A field of a model, read and found good.
sealed interface ModelField {

    /// Where it stands in the source.
    VariableElement element();

    /// {@return its name}
    default String name() {
        return element().getSimpleName().toString();
    }

    /// {@return whether everybody sees it; its column is as visible as the field is}
    default boolean exported() {
        return element().getModifiers().contains(Modifier.PUBLIC);
    }

    /// A field that the own table has a column for.
    sealed interface Stored extends ModelField {

        /// What its annotation says.
        Options options();

        /// Its column's name.
        String column();

        /// Whether it is the key or part of it.
        boolean key();

        /// Whether it may be null.
        boolean nullable();

        /// The kind of value that the column holds; that of the target's key for a relation.
        FieldKind kind();

        /// The Java type of that value.
        TypeMirror type();
    }

    /// A field with a value of its own.
    ///
    /// @param generated whether the database gives the value
    /// @param choices names of the enum's constants, else empty
    /// @param labelled whether the enum has a method `label()`
    record Plain(
            VariableElement element,
            TypeMirror type,
            FieldKind kind,
            Options options,
            String column,
            boolean key,
            boolean generated,
            boolean nullable,
            int length,
            List<String> choices,
            boolean labelled)
            implements Stored {

        boolean primitive() {
            return type.getKind().isPrimitive();
        }
    }

    /// A field that leads to another model.
    sealed interface Leading extends ModelField {

        /// The model that it leads to.
        ModelName target();
    }

    /// A foreign key, or a one-to-one key.
    ///
    /// @param kind of the target's key
    /// @param type of the target's key
    record ToOne(
            VariableElement element,
            ModelName target,
            FieldKind kind,
            TypeMirror type,
            Options options,
            String column,
            boolean key,
            boolean nullable,
            boolean one)
            implements Stored, Leading {}

    /// Many rows over a table between.
    ///
    /// @param reverse the other model's field that declares the table, or `null` when this one does
    record Many(
            VariableElement element,
            ModelName target,
            Options options,
            String table,
            String from,
            String to,
            @Nullable String reverse)
            implements Leading {}

    /// The reverse of a key that the other model has.
    ///
    /// @param field of the other model
    /// @param one whether at most one row leads here
    record Reverse(VariableElement element, ModelName target, String field, boolean one)
            implements Leading {}

    /// What `@Field` says.
    record Options(
            int maxLength,
            int digits,
            int decimals,
            boolean unique,
            boolean index,
            boolean blank,
            boolean editable,
            boolean secret,
            String databaseDefault,
            String verboseName,
            String help) {

        static Options of(Mirror field) {
            return new Options(
                    field.number("maxLength"),
                    field.number("digits"),
                    field.number("decimals"),
                    field.flag("unique", false),
                    field.flag("index", false),
                    field.flag("blank", false),
                    field.flag("editable", true),
                    field.flag("secret", false),
                    field.text("databaseDefault"),
                    field.text("verboseName"),
                    field.text("help"));
        }
    }
}
