package dev.quintet.orm.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field while it changes; nobody outside sees it.
final class FieldDraft {

    String name;
    String column;
    FieldType type;
    boolean nullable;
    boolean blank;
    boolean primaryKey;
    boolean unique;
    boolean index;
    @Nullable StateExpression initial;
    @Nullable GeneratedColumn generated;
    @Nullable Object fallback;
    Touch touch;
    List<FieldState.Choice> choices;
    String verboseName;
    String helpText;
    String comment;
    String uploadTo;
    boolean editable;
    boolean secret;
    @Nullable RelationState relation;

    FieldDraft(FieldState from) {
        name = from.name();
        column = from.column();
        type = from.type();
        nullable = from.nullable();
        blank = from.blank();
        primaryKey = from.primaryKey();
        unique = from.unique();
        index = from.index();
        initial = from.initial();
        generated = from.generated();
        fallback = from.fallback();
        touch = from.touch();
        choices = from.choices();
        verboseName = from.verboseName();
        helpText = from.helpText();
        comment = from.comment();
        uploadTo = from.uploadTo();
        editable = from.editable();
        secret = from.secret();
        relation = from.relation();
    }

    FieldState done() {
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
                generated,
                fallback,
                touch,
                choices,
                verboseName,
                helpText,
                comment,
                uploadTo,
                editable,
                secret,
                relation);
    }
}
