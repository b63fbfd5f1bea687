package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;
import java.util.List;

/// Changes which scopes a model has, and by which its rows are found. Django: `AlterModelManagers`.
/// The database has no part in it.
///
/// @param label of the model, as `app.Model`
/// @param managers names of its scopes
/// @param defaultManager one of them, or empty
public record AlterModelManagers(String label, List<String> managers, String defaultManager)
        implements OptionOperation {

    /// Keeps a copy.
    public AlterModelManagers {
        managers = List.copyOf(managers);
    }

    @Override
    public String describe() {
        return "Change managers on " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "alter_" + Labels.lower(label) + "_managers";
    }

    ModelState applied(ModelState model) {
        return model.about(draft ->
                draft.managers(managers.toArray(String[]::new)).defaultManager(defaultManager));
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.changed(label, this::applied);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {}

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {}
}
