package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;

/// Drops a model's table, with its rows; backwards it comes again, empty. Django: `DeleteModel`.
///
/// @param label of the model, as `app.Model`
public record DeleteModel(String label) implements ModelOperation {

    @Override
    public String describe() {
        return "Delete model " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "delete_" + Labels.lower(label);
    }

    /// {@return true: what it deletes may lead to any model}
    @Override
    public boolean references(String label) {
        return true;
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.without(label);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        ModelState model = before.get(label);
        if (change.concerns(model)) {
            change.execute(change.editor(before).drop(model));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        ModelState model = before.get(label);
        if (change.concerns(model)) {
            change.execute(change.editor(before).create(model));
        }
    }
}
