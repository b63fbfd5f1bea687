package dev.quintet.migrations;

import dev.quintet.orm.state.ModelState;

/// Makes a model's table, its indexes and the tables of its many-to-many relations. Of a model that
/// is not managed only the state learns.
///
/// @param model what is known of it
public record CreateModel(ModelState model) implements Operation {

    @Override
    public String describe() {
        return "Create model " + model.name();
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.with(model);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(model)) {
            change.execute(change.editor(after).create(model));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(model)) {
            change.execute(change.editor(after).drop(model));
        }
    }
}
