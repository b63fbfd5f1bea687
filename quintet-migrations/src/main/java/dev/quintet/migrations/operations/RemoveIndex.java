package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;
import java.util.Locale;

/// Drops an index. Django: `RemoveIndex`.
///
/// @param label of the model, as `app.Model`
/// @param name of the index
public record RemoveIndex(String label, String name) implements Operation {

    @Override
    public String describe() {
        return "Remove index " + name + " from " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "remove_" + Labels.lower(label) + "_" + name.toLowerCase(Locale.ROOT);
    }

    ModelState applied(ModelState model) {
        return model.withIndexes(
                model.indexes().stream().filter(one -> !one.name().equals(name)).toList());
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        before.index(label, name);
        return before.changed(label, this::applied);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.execute(
                    change.tables(before, after).removeIndex(label, before.index(label, name)));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.execute(change.tables(after, before).addIndex(label, before.index(label, name)));
        }
    }
}
