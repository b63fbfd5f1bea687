package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ConstraintState;
import java.util.Locale;

/// Holds all rows of a model to something. Django: `AddConstraint`.
///
/// @param label of the model, as `app.Model`
/// @param constraint what they are held to
public record AddConstraint(String label, ConstraintState constraint) implements Operation {

    @Override
    public String describe() {
        return "Create constraint " + constraint.name() + " on model " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return Labels.lower(label) + "_" + constraint.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.changed(label, model -> model.with(constraint));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            change.alter(
                    before.get(label),
                    change.tables(before, after).addConstraint(label, constraint));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.alter(
                    after.get(label),
                    change.tables(after, before).removeConstraint(label, constraint));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        return next instanceof RemoveConstraint(String other, String name)
                        && Labels.same(other, label)
                        && name.equals(constraint.name())
                ? Reduction.into()
                : Operation.super.reduce(next);
    }
}
