package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;
import java.util.function.UnaryOperator;

/// Makes a model's table, its indexes and the tables of its many-to-many relations. Of a model that
/// is not managed only the state learns. Django: `CreateModel`.
///
/// @param model what is known of it
public record CreateModel(ModelState model) implements ModelOperation {

    @Override
    public String label() {
        return model.label();
    }

    @Override
    public String describe() {
        return "Create " + (model.options().proxy() ? "proxy model " : "model ") + model.name();
    }

    @Override
    public String nameFragment() {
        return Labels.lower(label());
    }

    @Override
    public boolean references(String label) {
        return ModelOperation.super.references(label)
                || model.bases().stream().anyMatch(base -> Labels.same(base, label))
                || model.fields().stream().anyMatch(field -> References.toModel(field, label));
    }

    @Override
    public Operation settled(UnaryOperator<String> labels) {
        return new CreateModel(NamedModel.settled(model, labels));
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

    @Override
    public Reduction reduce(Operation next) {
        if (next instanceof DeleteModel(String gone) && Labels.same(gone, label())) {
            return model.options().proxy() ? ModelOperation.super.reduce(next) : Reduction.into();
        }
        ModelState absorbed = Absorbed.into(model, next);
        return absorbed == null
                ? ModelOperation.super.reduce(next)
                : Reduction.into(new CreateModel(absorbed));
    }
}
