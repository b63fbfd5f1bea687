package dev.quintet.migrations.operations;

import java.util.Locale;

/// Gives an index another name. Django: `RenameIndex`.
///
/// @param label of the model, as `app.Model`
/// @param name before
/// @param to from then on
public record RenameIndex(String label, String name, String to) implements Operation {

    @Override
    public String describe() {
        return "Rename index " + name + " on " + Labels.name(label) + " to " + to;
    }

    @Override
    public String nameFragment() {
        return "rename_" + name.toLowerCase(Locale.ROOT) + "_" + to.toLowerCase(Locale.ROOT);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        before.index(label, name);
        return before.changed(
                label,
                model ->
                        model.withIndexes(
                                model.indexes().stream()
                                        .map(one -> one.name().equals(name) ? one.named(to) : one)
                                        .toList()));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        rename(change, before, name, after, to);
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        rename(change, after, to, before, name);
    }

    private void rename(
            DatabaseChange change, ProjectState from, String old, ProjectState to, String name) {
        if (change.concerns(to.get(label))) {
            change.execute(
                    change.tables(from, to)
                            .renameIndex(label, from.index(label, old), to.index(label, name)));
        }
    }

    @Override
    public Reduction reduce(Operation next) {
        return next instanceof RenameIndex(String other, String from, String last)
                        && Labels.same(other, label)
                        && from.equals(to)
                ? Reduction.into(new RenameIndex(label, name, last))
                : Operation.super.reduce(next);
    }
}
