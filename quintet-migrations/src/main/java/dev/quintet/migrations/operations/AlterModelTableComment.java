package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;

/// Says something else of a table in the database's own catalogue. Django:
/// `AlterModelTableComment`. SQLite keeps no comments.
///
/// @param label of the model, as `app.Model`
/// @param comment from then on; empty for none
public record AlterModelTableComment(String label, String comment) implements OptionOperation {

    @Override
    public String describe() {
        return "Alter " + Labels.name(label) + " table comment";
    }

    @Override
    public String nameFragment() {
        return "alter_" + Labels.lower(label) + "_table_comment";
    }

    ModelState applied(ModelState model) {
        return model.about(draft -> draft.comment(comment));
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.changed(label, this::applied);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        say(change, before, after);
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        say(change, after, before);
    }

    private void say(DatabaseChange change, ProjectState from, ProjectState to) {
        ModelState model = to.get(label);
        if (change.concerns(model)) {
            change.execute(change.tables(from, to).alterComment(label));
        }
    }
}
