package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelOptions;
import dev.quintet.orm.state.ModelState;

/// Changes what a model says of itself that its table does not show: order, names, permissions,
/// whether it is managed. Django: `AlterModelOptions`. The database has no part in it.
///
/// @param label of the model, as `app.Model`
/// @param options all of them, from then on; whether it is a proxy, its comment, its scopes and its
///   order with respect to others stay as they are: those have operations of their own
public record AlterModelOptions(String label, ModelOptions options) implements OptionOperation {

    @Override
    public String describe() {
        return "Change Meta options on " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "alter_" + Labels.lower(label) + "_options";
    }

    ModelState applied(ModelState model) {
        ModelOptions old = model.options();
        return model.withOptions(
                options.changed(draft -> {
                    draft.proxy(old.proxy());
                    draft.comment(old.comment());
                    draft.orderWithRespectTo(old.orderWithRespectTo());
                    draft.defaultManager(old.defaultManager());
                    draft.managers(old.managers().toArray(String[]::new));
                }));
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
