package dev.quintet.migrations.operations;

import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.Locale;

/// Makes an index. Django: `AddIndex`.
///
/// @param label of the model, as `app.Model`
/// @param index with a name
public record AddIndex(String label, IndexState index) implements Operation {

    @Override
    public String describe() {
        return "Create index "
                + index.name()
                + " on "
                + (index.plain() ? "field(s) " + fields() + " of model " : "")
                + Labels.name(label);
    }

    private String fields() {
        return String.join(
                ", ",
                index.parts().stream()
                        .map(part -> (part.descending() ? "-" : "") + part.field())
                        .toList());
    }

    @Override
    public String nameFragment() {
        return Labels.lower(label) + "_" + index.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.changed(label, model -> model.with(index));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        ModelState model = after.get(label);
        if (change.concerns(model)) {
            change.execute(change.tables(before, after).addIndex(label, index));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        ModelState model = before.get(label);
        if (change.concerns(model)) {
            change.execute(change.tables(after, before).removeIndex(label, index));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        if (next instanceof RemoveIndex(String other, String name)
                && Labels.same(other, label)
                && name.equals(index.name())) {
            return Reduction.into();
        }
        if (next instanceof RenameIndex(String other, String name, String to)
                && Labels.same(other, label)
                && name.equals(index.name())) {
            return Reduction.into(new AddIndex(label, index.named(to)));
        }
        return Operation.super.reduce(next);
    }
}
