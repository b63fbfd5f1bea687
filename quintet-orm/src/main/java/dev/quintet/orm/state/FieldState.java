package dev.quintet.orm.state;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
        return changed(draft -> draft.column = column);
    }

    /// {@return this field with NULL allowed}
    public FieldState orNull() {
        return changed(draft -> draft.nullable = true);
    }

    /// {@return this field, which a form may leave empty}
    public FieldState orBlank() {
        return changed(draft -> draft.blank = true);
    }

    /// {@return this field as the key}
    public FieldState asKey() {
        return changed(draft -> draft.primaryKey = true);
    }

    /// {@return this field with values that no second row may have}
    public FieldState asUnique() {
        return changed(draft -> draft.unique = true);
    }

    /// {@return this field with an index}
    public FieldState indexed() {
        return changed(draft -> draft.index = true);
    }

    /// {@return this field with the only values allowed}
    public FieldState among(List<Choice> choices) {
        return changed(draft -> draft.choices = choices);
    }

    /// {@return this field leading somewhere}
    public FieldState leadingTo(RelationState relation) {
        return changed(draft -> draft.relation = relation);
    }

    /// {@return this field under another name for people}
    public FieldState named(String verboseName) {
        return changed(draft -> draft.verboseName = verboseName);
    }

    /// {@return this field with words of help}
    public FieldState help(String helpText) {
        return changed(draft -> draft.helpText = helpText);
    }

    /// {@return this field, never shown in a form}
    public FieldState hidden() {
        return changed(draft -> draft.editable = false);
    }

    /// {@return this field, printed as `****`}
    public FieldState asSecret() {
        return changed(draft -> draft.secret = true);
    }

    /// {@return this field with a default that the database fills in}
    public FieldState initially(String sql) {
        return changed(draft -> draft.initial = sql);
    }

    private FieldState changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new FieldState(
                name,
                draft.column,
                type,
                draft.nullable,
                draft.blank,
                draft.primaryKey,
                draft.unique,
                draft.index,
                draft.initial,
                draft.choices,
                draft.verboseName,
                draft.helpText,
                draft.editable,
                draft.secret,
                draft.relation);
    }

    /// A field while it changes; nobody sees it.
    private static final class Draft {

        private String column;
        private boolean nullable;
        private boolean blank;
        private boolean primaryKey;
        private boolean unique;
        private boolean index;
        private @Nullable String initial;
        private List<Choice> choices;
        private String verboseName;
        private String helpText;
        private boolean editable;
        private boolean secret;
        private @Nullable RelationState relation;

        private Draft(FieldState from) {
            column = from.column;
            nullable = from.nullable;
            blank = from.blank;
            primaryKey = from.primaryKey;
            unique = from.unique;
            index = from.index;
            initial = from.initial;
            choices = from.choices;
            verboseName = from.verboseName;
            helpText = from.helpText;
            editable = from.editable;
            secret = from.secret;
            relation = from.relation;
        }
    }

    /// `listPrice` as people read it: `list price`.
    private static String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(java.util.Locale.ROOT);
    }
}
