package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;
import java.util.Locale;

/// Holds rows to something no longer. Django: `RemoveConstraint`.
///
/// @param label of the model, as `app.Model`
/// @param name of the constraint
public record RemoveConstraint(String label, String name) implements Operation {

    @Override
    public String describe() {
        return "Remove constraint " + name + " from model " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "remove_" + Labels.lower(label) + "_" + name.toLowerCase(Locale.ROOT);
    }

    ModelState applied(ModelState model) {
        return model.withConstraints(
                model.constraints().stream().filter(one -> !one.name().equals(name)).toList());
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        before.constraint(label, name);
        return before.changed(label, this::applied);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            change.alter(
                    before.get(label),
                    change.tables(before, after)
                            .removeConstraint(label, before.constraint(label, name)));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.alter(
                    after.get(label),
                    change.tables(after, before)
                            .addConstraint(label, before.constraint(label, name)));
        }
    }
}
