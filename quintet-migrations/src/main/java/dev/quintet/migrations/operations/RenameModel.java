package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;
import java.util.Locale;

/// Gives a model another name, and its table, unless that has a name of its own. What leads to it
/// leads to it still. Django: `RenameModel`.
///
/// @param label of the model before, as `app.Model`
/// @param to its name from then on, without the app
public record RenameModel(String label, String to) implements ModelOperation {

    /// {@return the model's label from then on}
    public String newLabel() {
        return Labels.sibling(label, to);
    }

    @Override
    public String describe() {
        return "Rename model " + Labels.name(label) + " to " + to;
    }

    @Override
    public String nameFragment() {
        return "rename_" + Labels.lower(label) + "_" + to.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean references(String other) {
        return Labels.same(other, label) || Labels.same(other, newLabel());
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.renamedModel(label, to);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        move(change, before, label, after, newLabel());
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        move(change, after, newLabel(), before, label);
    }

    private static void move(
            DatabaseChange change,
            ProjectState from,
            String oldLabel,
            ProjectState to,
            String newLabel) {
        ModelState model = to.get(newLabel);
        if (change.concerns(model)) {
            change.execute(change.tables(from, to).moveTable(oldLabel, newLabel));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        if (next instanceof RenameModel(String other, String last)
                && Labels.same(other, newLabel())) {
            return Reduction.into(new RenameModel(label, last));
        }
        return Reductions.of(this, next, !next.references(newLabel()));
    }
}
