package dev.quintet.orm.state;

import dev.quintet.kernel.i18n.Gettext;
import java.util.List;
import java.util.Locale;
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
/// @param initial default that the database fills in, or `null`
/// @param generated how the database makes it of other columns, or `null`
/// @param fallback default that Java fills in, as stored, or `null`; what is made anew for each
///   object, such as a random UUID, is none
/// @param touch when it takes the time of the moment by itself
/// @param choices the only values allowed, in order; empty when all are
/// @param verboseName what people read
/// @param helpText what forms say beside it; may be empty
/// @param comment what the database's own catalogue says of the column; may be empty
/// @param uploadTo the folder of its files, for files; else empty
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
        @Nullable StateExpression initial,
        @Nullable GeneratedColumn generated,
        @Nullable Object fallback,
        Touch touch,
        List<Choice> choices,
        String verboseName,
        String helpText,
        String comment,
        String uploadTo,
        boolean editable,
        boolean secret,
        @Nullable RelationState relation) {

    /// A value that a field may have.
    ///
    /// @param value as stored
    /// @param label as read
    /// @param group heading that it stands under; empty for none
    public record Choice(Object value, String label, String group) {

        /// A value under no heading.
        public Choice(Object value, String label) {
            this(value, label, "");
        }

        /// {@return what people read, in the active language}
        public String shownLabel() {
            return shown(label);
        }

        /// {@return the heading that people read, in the active language; empty for none}
        public String shownGroup() {
            return shown(group);
        }
    }

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
                null,
                null,
                Touch.NEVER,
                List.of(),
                words(name),
                "",
                "",
                "",
                true,
                false,
                null);
    }

    /// {@return whether the model's own table has a column for it}
    public boolean hasColumn() {
        return !column.isEmpty();
    }

    /// {@return this field under another name}
    public FieldState renamed(String name) {
        return changed(draft -> draft.name = name);
    }

    /// {@return this field in another column}
    public FieldState inColumn(String column) {
        return changed(draft -> draft.column = column);
    }

    /// {@return this field of another type}
    public FieldState typed(FieldType type) {
        return changed(draft -> draft.type = type);
    }

    /// {@return this field with NULL allowed}
    public FieldState orNull() {
        return changed(draft -> draft.nullable = true);
    }

    /// {@return this field with NULL allowed, or not}
    public FieldState nullable(boolean nullable) {
        return changed(draft -> draft.nullable = nullable);
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

    /// {@return what people read for it, in the active language}
    public String shownName() {
        return shown(verboseName);
    }

    /// {@return the words of help, in the active language}
    public String shownHelp() {
        return shown(helpText);
    }

    /// {@return a text of a model in the active language}
    static String shown(String text) {
        return text.isEmpty() ? "" : Gettext.gettext(text);
    }

    /// {@return this field with words of help}
    public FieldState help(String helpText) {
        return changed(draft -> draft.helpText = helpText);
    }

    /// {@return this field with a comment in the database}
    public FieldState commented(String comment) {
        return changed(draft -> draft.comment = comment);
    }

    /// {@return this field, whose files lie in a folder}
    public FieldState uploadedTo(String folder) {
        return changed(draft -> draft.uploadTo = folder);
    }

    /// {@return this field, never shown in a form}
    public FieldState hidden() {
        return changed(draft -> draft.editable = false);
    }

    /// {@return this field, printed as `****`}
    public FieldState asSecret() {
        return changed(draft -> draft.secret = true);
    }

    /// {@return this field with a default that the database fills in, as SQL}
    public FieldState initially(String sql) {
        return initially(new StateExpression.Raw(sql));
    }

    /// {@return this field with a default that the database fills in}
    public FieldState initially(StateExpression initial) {
        return changed(draft -> draft.initial = initial);
    }

    /// {@return this field, made by the database}
    public FieldState generatedBy(GeneratedColumn generated) {
        return changed(draft -> {
            draft.generated = generated;
            draft.editable = false;
        });
    }

    /// {@return this field with a default that Java fills in, as stored}
    public FieldState fallingBackTo(@Nullable Object stored) {
        return changed(draft -> draft.fallback = stored);
    }

    /// {@return this field, which takes the time of the moment and is shown in no form}
    public FieldState touched(Touch touch) {
        return changed(draft -> {
            draft.touch = touch;
            draft.editable = false;
            draft.blank = true;
        });
    }

    private FieldState changed(Consumer<FieldDraft> change) {
        var draft = new FieldDraft(this);
        change.accept(draft);
        return draft.done();
    }

    /// `listPrice` as people read it: `list price`.
    private static String words(String name) {
        var words = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (i > 0 && isCapital(c) && isSmall(name.charAt(i - 1))) {
                words.append(' ');
            }
            words.append(c == '_' ? ' ' : c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isSmall(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
