package dev.quintet.migrations;

import dev.quintet.orm.state.ModelState;

/// Drops a model's table, with its rows; backwards it comes again, empty.
///
/// @param label of the model, as `app.Model`
public record DeleteModel(String label) implements Operation {

    @Override
    public String describe() {
        return "Delete model " + label.substring(label.indexOf('.') + 1);
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
