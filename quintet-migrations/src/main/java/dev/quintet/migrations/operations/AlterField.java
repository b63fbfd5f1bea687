package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Makes something else of a field, and of its column where that changes. Django: `AlterField`.
///
/// @param label of the model, as `app.Model`
/// @param state what the field is from then on; under the name that it has
/// @param keepsDefault whether its default stays the field's; if not, it is for the rows that hold
///   NULL now, once. Django: `preserve_default`
public record AlterField(String label, FieldState state, boolean keepsDefault)
        implements FieldOperation {

    /// A field with the default that it has.
    public AlterField(String label, FieldState state) {
        this(label, state, true);
    }

    @Override
    public String field() {
        return state.name();
    }

    @Override
    public String describe() {
        return "Alter field " + field() + " on " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "alter_" + Labels.lower(label) + "_" + field().toLowerCase(Locale.ROOT);
    }

    @Override
    public Operation settled(UnaryOperator<String> labels) {
        return new AlterField(label, NamedModel.settled(state, labels), keepsDefault);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        before.field(label, field());
        FieldState kept = keepsDefault ? state : state.fallingBackTo(null);
        return before.changed(label, model -> FieldNames.changed(model, field(), _ -> kept));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            change.alter(
                    before.get(label),
                    change.tables(before, after)
                            .alterField(label, before.field(label, field()), state));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.alter(
                    after.get(label),
                    change.tables(after, before)
                            .alterField(
                                    label,
                                    after.field(label, field()),
                                    before.field(label, field())));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        if (next instanceof FieldOperation other && sameField(other)) {
            if (other instanceof AlterField || other instanceof RemoveField) {
                return Reduction.into(other);
            }
            if (other instanceof RenameField renamed
                    && !renamed.keepsColumn()
                    && FieldNames.usualColumn(state)) {
                return Reduction.into(
                        renamed,
                        new AlterField(
                                label, FieldNames.renamed(state, renamed.to()), keepsDefault));
            }
        }
        return FieldOperation.super.reduce(next);
    }
}
