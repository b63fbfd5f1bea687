package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Adds a field to a model, and its column to the table. Django: `AddField`.
///
/// @param label of the model, as `app.Model`
/// @param state what is known of the field; what rows that exist hold is its {@link
///   FieldState#fallback}
/// @param keepsDefault whether that default stays the field's; if not, it is for the rows that
///   exist, once. Django: `preserve_default`
public record AddField(String label, FieldState state, boolean keepsDefault)
        implements FieldOperation {

    /// A field with the default that it has.
    public AddField(String label, FieldState state) {
        this(label, state, true);
    }

    @Override
    public String field() {
        return state.name();
    }

    @Override
    public String describe() {
        return "Add field " + field() + " to " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return Labels.lower(label) + "_" + field().toLowerCase(Locale.ROOT);
    }

    @Override
    public Operation settled(UnaryOperator<String> labels) {
        return new AddField(label, NamedModel.settled(state, labels), keepsDefault);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        FieldState kept = keepsDefault ? state : state.fallingBackTo(null);
        return before.changed(label, model -> model.with(kept));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            change.alter(before.get(label), change.tables(before, after).addField(label, state));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.alter(
                    after.get(label),
                    change.tables(after, before).removeField(label, after.field(label, field())));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        if (next instanceof FieldOperation other && sameField(other)) {
            switch (other) {
                case AlterField altered -> {
                    return Reduction.into(new AddField(label, altered.state(), keepsDefault));
                }
                case RemoveField _ -> {
                    return Reduction.into();
                }
                case RenameField renamed when !renamed.keepsColumn() -> {
                    return Reduction.into(
                            new AddField(
                                    label, FieldNames.renamed(state, renamed.to()), keepsDefault));
                }
                default -> {}
            }
        }
        return FieldOperation.super.reduce(next);
    }
}
