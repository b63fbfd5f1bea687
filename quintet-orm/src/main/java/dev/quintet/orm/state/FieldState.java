package dev.quintet.orm.state;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of a field without its class: what migrations compare and inspectdb finds.
///
/// @param name as in Java
/// @param column as in the database; empty for a many-to-many relation, which has none
/// @param type what it is
/// @param nullable whether the database takes NULL
/// @param blank whether a form may leave it empty
/// @param primaryKey whether it is the key, or part of a composite one
/// @param unique whether no two rows may have the same value
/// @param index whether the database keeps an index of it
/// @param initial default in the database's terms, or `null`; the Java default is the prototype's
/// @param choices the only values allowed, in order; empty when all are
/// @param verboseName what people read
/// @param helpText what forms say beside it; may be empty
/// @param editable whether forms show it
/// @param secret whether pages, logs and errors show `****` instead
/// @param relation where it leads, or `null` when it is no relation
public record FieldState(
        String name,
        String column,
        FieldType type,
        boolean nullable,
        boolean blank,
        boolean primaryKey,
        boolean unique,
        boolean index,
        @Nullable String initial,
        List<Choice> choices,
        String verboseName,
        String helpText,
        boolean editable,
        boolean secret,
        @Nullable RelationState relation) {

    /// A value that a field may have.
    ///
    /// @param value as stored
    /// @param label as read
    public record Choice(Object value, String label) {}

    /// Keeps copies.
    public FieldState {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(type, "type");
        choices = List.copyOf(choices);
    }

    /// {@return a field that must have a value, under a column of its own name}
    public static FieldState of(String name, FieldType type) {
        return new FieldState(
                name,
                type.name().equals("ManyToManyField") ? "" : name,
                type,
                false,
                false,
                false,
                false,
                false,
                null,
                List.of(),
                words(name),
                "",
                true,
                false,
                null);
    }

    /// {@return whether the model's own table has a column for it}
    public boolean hasColumn() {
        return !column.isEmpty();
    }

    /// {@return this field in another column}
    public FieldState inColumn(String column) {
        return copy(column, nullable, blank, primaryKey, unique, index, choices, relation);
    }

    /// {@return this field with NULL allowed}
    public FieldState orNull() {
        return copy(column, true, blank, primaryKey, unique, index, choices, relation);
    }

    /// {@return this field, which a form may leave empty}
    public FieldState orBlank() {
        return copy(column, nullable, true, primaryKey, unique, index, choices, relation);
    }

    /// {@return this field as the key}
    public FieldState asKey() {
        return copy(column, nullable, blank, true, unique, index, choices, relation);
    }

    /// {@return this field with values that no second row may have}
    public FieldState asUnique() {
        return copy(column, nullable, blank, primaryKey, true, index, choices, relation);
    }

    /// {@return this field with an index}
    public FieldState indexed() {
        return copy(column, nullable, blank, primaryKey, unique, true, choices, relation);
    }

    /// {@return this field with the only values allowed}
    public FieldState among(List<Choice> choices) {
        return copy(column, nullable, blank, primaryKey, unique, index, choices, relation);
    }

    /// {@return this field leading somewhere}
    public FieldState leadingTo(RelationState relation) {
        return copy(column, nullable, blank, primaryKey, unique, index, choices, relation);
    }

    /// {@return this field under another name for people}
    public FieldState named(String verboseName) {
        return new FieldState(
                name,
                column,
                type,
                nullable,
                blank,
                primaryKey,
                unique,
                index,
                initial,
                choices,
                verboseName,
                helpText,
                editable,
                secret,
                relation);
    }

    /// {@return this field with words of help}
    public FieldState help(String helpText) {
        return new FieldState(
                name,
                column,
                type,
                nullable,
                blank,
                primaryKey,
                unique,
                index,
                initial,
                choices,
                verboseName,
                helpText,
                editable,
                secret,
                relation);
    }

    /// {@return this field, never shown in a form}
    public FieldState hidden() {
        return new FieldState(
                name,
                column,
                type,
                nullable,
                blank,
                primaryKey,
                unique,
                index,
                initial,
                choices,
                verboseName,
                helpText,
                false,
                secret,
                relation);
    }

    /// {@return this field, printed as `****`}
    public FieldState asSecret() {
        return new FieldState(
                name,
                column,
                type,
                nullable,
                blank,
                primaryKey,
                unique,
                index,
                initial,
                choices,
                verboseName,
                helpText,
                editable,
                true,
                relation);
    }

    /// {@return this field with a default that the database fills in}
    public FieldState initially(String sql) {
        return new FieldState(
                name,
                column,
                type,
                nullable,
                blank,
                primaryKey,
                unique,
                index,
                sql,
                choices,
                verboseName,
                helpText,
                editable,
                secret,
                relation);
    }

    private FieldState copy(
            String column,
            boolean nullable,
            boolean blank,
            boolean primaryKey,
            boolean unique,
            boolean index,
            List<Choice> choices,
            @Nullable RelationState relation) {
        return new FieldState(
                name,
                column,
                type,
                nullable,
                blank,
                primaryKey,
                unique,
                index,
                initial,
                choices,
                verboseName,
                helpText,
                editable,
                secret,
                relation);
    }

    /// `listPrice` as people read it: `list price`.
    private static String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(java.util.Locale.ROOT);
    }
}
