package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import java.util.Locale;

/// Removes a field from a model, and its column from the table, with what it held. Django:
/// `RemoveField`. Backwards the column comes again: with the field's default, or empty.
///
/// @param label of the model, as `app.Model`
/// @param field its name
public record RemoveField(String label, String field) implements FieldOperation {

    @Override
    public String describe() {
        return "Remove field " + field + " from " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "remove_" + Labels.lower(label) + "_" + field.toLowerCase(Locale.ROOT);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        before.field(label, field);
        return before.changed(
                label,
                model ->
                        model.withFields(
                                model.fields().stream()
                                        .filter(one -> !one.name().equals(field))
                                        .toList()));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            change.alter(
                    before.get(label),
                    change.tables(before, after).removeField(label, before.field(label, field)));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            FieldState state = before.field(label, field);
            change.alter(after.get(label), change.tables(after, before).addField(label, state));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        return next instanceof DeleteModel(String gone) && Labels.same(gone, label)
                ? Reduction.into(next)
                : FieldOperation.super.reduce(next);
    }
}
