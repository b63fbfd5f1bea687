package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;
import org.jspecify.annotations.Nullable;

/// Lets users put the rows of a model into an order among those of one relation, or no longer.
/// Django: `AlterOrderWithRespectTo`. The column `_order` is a field of the model, added and
/// removed as any.
///
/// @param label of the model, as `app.Model`
/// @param relation name of the relation, or `null` for none
public record AlterOrderWithRespectTo(String label, @Nullable String relation)
        implements OptionOperation {

    @Override
    public String describe() {
        return "Set order_with_respect_to on "
                + Labels.name(label)
                + " to "
                + (relation == null ? "None" : relation);
    }

    @Override
    public String nameFragment() {
        return "alter_" + Labels.lower(label) + "_order_with_respect_to";
    }

    @Override
    public boolean references(String other, String field) {
        return references(other) && (relation == null || relation.equals(field));
    }

    ModelState applied(ModelState model) {
        return model.about(draft -> draft.orderWithRespectTo(relation));
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
