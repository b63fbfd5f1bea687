package dev.quintet.processor;

import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
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

    /// A field that the own table, or that of a model above, has a column for.
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
    /// @param storage what the column holds: for an enum, what its `value()` returns
    /// @param generated whether the database gives the value as a key
    /// @param choices what an enum's constants are
    /// @param made what else the model says of the value
    record Plain(
            VariableElement element,
            TypeMirror type,
            FieldKind kind,
            FieldKind storage,
            Options options,
            String column,
            boolean key,
            boolean generated,
            boolean nullable,
            int length,
            Choices choices,
            Made made)
            implements Stored {

        boolean primitive() {
            return type.getKind().isPrimitive();
        }
    }

    /// The constants of an enum.
    ///
    /// @param names empty for what is no enum
    /// @param labelled whether it has a method `label()`
    /// @param valued whether it has a method `value()`
    /// @param grouped whether it has a method `group()`
    record Choices(List<String> names, boolean labelled, boolean valued, boolean grouped) {

        static final Choices NONE = new Choices(List.of(), false, false, false);
    }

    /// Where a value comes from.
    ///
    /// @param computed whether the database makes it of other columns
    /// @param kept whether it then keeps it with the row
    /// @param initial whether a method says what the database puts into new rows
    /// @param version whether it counts how often the row was written
    /// @param validators generated expressions that make validators, from other annotations
    record Made(
            boolean computed,
            boolean kept,
            boolean initial,
            boolean version,
            List<String> validators) {}

    /// A field that leads to another model.
    sealed interface Leading extends ModelField {

        /// The model that it leads to.
        ModelName target();
    }

    /// A foreign key, or a one-to-one key.
    ///
    /// @param kind of the target's field
    /// @param type of the target's field
    /// @param to the target's field that is not its key, or `null`
    record ToOne(
            VariableElement element,
            ModelName target,
            FieldKind kind,
            TypeMirror type,
            Options options,
            String column,
            boolean key,
            boolean nullable,
            boolean one,
            @Nullable String to)
            implements Stored, Leading {}

    /// A foreign key, or a one-to-one key, to a model whose key has several fields.
    ///
    /// @param parts what keeps it, in the order of the key's fields; they stand before it among the
    ///   model's fields
    record Parted(
            VariableElement element,
            ModelName target,
            Options options,
            boolean key,
            boolean nullable,
            boolean one,
            List<Part> parts)
            implements Leading {}

    /// A column of a relation that has several.
    ///
    /// @param element the relation
    /// @param name its own, which no field of the class has
    /// @param number its place among the relation's columns, from 0
    /// @param of how many these are
    /// @param kept the field, of the target or further on, whose value it keeps
    record Part(
            VariableElement element,
            String name,
            String column,
            int number,
            int of,
            boolean key,
            boolean nullable,
            Options options,
            Plain kept)
            implements Stored {

        @Override
        public FieldKind kind() {
            return kept.storage();
        }

        @Override
        public TypeMirror type() {
            return kept.type();
        }

        /// The name of the relation.
        String relation() {
            return element.getSimpleName().toString();
        }
    }

    /// The tie of a model to the one that it extends: a column that no field of the class shows,
    /// because it holds what the key does.
    ///
    /// @param element the key that the topmost model declares
    /// @param parent the model that is extended
    record ParentLink(
            VariableElement element,
            ModelName parent,
            FieldKind kind,
            TypeMirror type,
            Options options,
            String name,
            String column,
            boolean generated)
            implements Stored {

        @Override
        public boolean key() {
            return true;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        /// The name of the Java field that holds the same.
        String keyName() {
            return element.getSimpleName().toString();
        }
    }

    /// Many rows over a table between.
    ///
    /// @param reverse the other model's field that declares the table, or `null` when this one does
    record Many(
            VariableElement element,
            ModelName target,
            Options options,
            Between between,
            @Nullable String reverse)
            implements Leading {}

    /// The table between, seen from the model that has the field.
    ///
    /// @param model its own model, or `null`
    /// @param symmetrical whether it always runs both ways
    record Between(
            String table, String from, String to, @Nullable ModelName model, boolean symmetrical) {

        Between turned() {
            return new Between(table, to, from, model, symmetrical);
        }
    }

    /// The reverse of a key that the other model has.
    ///
    /// @param field of the other model
    /// @param one whether at most one row leads here
    /// @param generic how the other model's rows lead to rows of any model, where they do; else
    ///   `null`
    record Reverse(
            VariableElement element,
            ModelName target,
            String field,
            boolean one,
            @Nullable Tie generic)
            implements Leading {

        Reverse(VariableElement element, ModelName target, String field, boolean one) {
            this(element, target, field, one, null);
        }
    }

    /// The two fields by which rows lead to rows of any model.
    ///
    /// @param name of the field that shows the row
    /// @param type name of the foreign key to the model's row
    /// @param key name of the field with the key
    /// @param back what queries of the leading model call this one; empty for no such name
    record Tie(String name, String type, String key, String back) {}

    /// A relation to rows of any model.
    ///
    /// @param tie the two fields that it leads by
    record Generic(VariableElement element, Tie tie) implements ModelField {}

    /// What `@Field` says.
    ///
    /// @param said the annotation; all defaults where it does not stand
    record Options(Mirror said) {

        int maxLength() {
            return said.number("maxLength");
        }

        int digits() {
            return said.number("digits");
        }

        int decimals() {
            return said.number("decimals");
        }

        boolean positive() {
            return said.flag("positive", false);
        }

        boolean unicode() {
            return said.flag("unicode", false);
        }

        boolean autoNow() {
            return said.flag("autoNow", false);
        }

        boolean autoNowAdd() {
            return said.flag("autoNowAdd", false);
        }

        boolean image() {
            return said.flag("image", false);
        }

        boolean unique() {
            return said.flag("unique", false);
        }

        boolean index() {
            return said.flag("index", false);
        }

        boolean blank() {
            return said.flag("blank", false);
        }

        boolean editable() {
            return said.flag("editable", true);
        }

        boolean secret() {
            return said.flag("secret", false);
        }

        boolean constraint() {
            return said.flag("constraint", true);
        }

        boolean symmetrical() {
            return said.flag("symmetrical", true);
        }

        String text(String member) {
            return said.text(member);
        }

        /// The format of a text, as the constant is called.
        String format() {
            String format = said.constant("format");
            return format.isEmpty() ? "PLAIN" : format;
        }

        /// The class that says how values of a type of the user's own are stored, or `null`.
        @Nullable TypeElement valueType() {
            TypeElement type = said.type("type");
            return type == null || type.getQualifiedName().contentEquals(Orm.NO_TYPE) ? null : type;
        }

        /// The class that names the files of the field, or `null`.
        @Nullable TypeElement uploadBy() {
            TypeElement type = said.type("uploadBy");
            return type == null || type.getQualifiedName().contentEquals(Orm.NO_UPLOAD_TO)
                    ? null
                    : type;
        }

        /// The class that says which rows a relation may be given, or `null`.
        @Nullable TypeElement limitTo() {
            TypeElement type = said.type("limitTo");
            return type == null || type.getQualifiedName().contentEquals(Orm.NO_LIMIT)
                    ? null
                    : type;
        }

        /// The columns of a relation to a key of several fields; none, or whatever was said.
        List<String> columns() {
            return said.texts("columns");
        }

        /// The two fields that take the size of a picture; none, or whatever was said.
        List<String> size() {
            return said.texts("size");
        }

        List<TypeElement> validators() {
            return said.types("validators");
        }
    }
}
