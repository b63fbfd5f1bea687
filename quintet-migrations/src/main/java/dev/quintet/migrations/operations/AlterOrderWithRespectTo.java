package dev.quintet.migrations.operations;

import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.FieldType;
import dev.quintet.orm.state.ModelState;
import org.jspecify.annotations.Nullable;

/// Lets users put the rows of a model into an order among those of one relation, or no longer: adds
/// the column `_order`, or removes it. Django: `AlterOrderWithRespectTo`.
///
/// @param label of the model, as `app.Model`
/// @param relation name of the relation, or `null` for none
public record AlterOrderWithRespectTo(String label, @Nullable String relation)
        implements OptionOperation {

    /// The column that keeps the order.
    static final FieldState COLUMN =
            FieldState.of("_order", FieldType.of("OrderWrt", FieldType.int32().sql()))
                    .hidden()
                    .fallingBackTo(0);

    @Override
    public String describe() {
        return "Set order_with_respect_to on "
                + Labels.lower(label)
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
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        alter(change, before, after);
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        alter(change, after, before);
    }

    private void alter(DatabaseChange change, ProjectState from, ProjectState to) {
        boolean had = from.get(label).options().orderWithRespectTo() != null;
        boolean has = to.get(label).options().orderWithRespectTo() != null;
        if (!to.get(label).managed() || had == has) {
            return;
        }
        if (has) {
            change.addField(from, to, label, COLUMN);
        } else {
            change.removeField(from, to, label, COLUMN.name());
        }
    }
}
