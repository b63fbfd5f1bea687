package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ModelState;

/// Gives a model's table another name. Django: `AlterModelTable`.
///
/// @param label of the model, as `app.Model`
/// @param table its name from then on
public record AlterModelTable(String label, String table) implements OptionOperation {

    @Override
    public String describe() {
        boolean usual = table.equals(TableNames.usual(Labels.app(label), Labels.name(label)));
        return "Rename table for " + Labels.name(label) + " to " + (usual ? "(default)" : table);
    }

    @Override
    public String nameFragment() {
        return "alter_" + Labels.lower(label) + "_table";
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return before.changed(
                label,
                model ->
                        model.inTable(table)
                                .withFields(
                                        model.fields().stream()
                                                .map(field ->
                                                        TableNames.movedWithTable(
                                                                field, model.table(), table))
                                                .toList()));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        move(change, before, after);
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        move(change, after, before);
    }

    private void move(DatabaseChange change, ProjectState from, ProjectState to) {
        ModelState model = to.get(label);
        if (change.concerns(model)) {
            change.execute(change.tables(from, to).moveTable(label, label));
        }
    }
}
