package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;
import java.util.List;

/// Changes which fields together are held by one row only. Django: `AlterUniqueTogether`.
///
/// @param label of the model, as `app.Model`
/// @param together sets of names of fields, all of them
public record AlterUniqueTogether(String label, List<List<String>> together)
        implements OptionOperation {

    /// Keeps copies.
    public AlterUniqueTogether {
        together = together.stream().map(List::copyOf).toList();
    }

    @Override
    public String describe() {
        return "Alter unique_together for "
                + Labels.name(label)
                + " ("
                + together.size()
                + " constraint(s))";
    }

    @Override
    public String nameFragment() {
        return "alter_" + Labels.lower(label) + "_unique_together";
    }

    @Override
    public boolean references(String other, String field) {
        return references(other)
                && (together.isEmpty() || together.stream().anyMatch(set -> set.contains(field)));
    }

    ModelState applied(ModelState model) {
        return model.withUniqueTogether(together);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.changed(label, this::applied);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            change.execute(change.tables(before, after).alterUniqueTogether(label));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.execute(change.tables(after, before).alterUniqueTogether(label));
        }
    }
}
