package dev.quintet.migrations.operations;

import java.util.Locale;

/// Gives a field another name, and its column, unless that has a name of its own or is to keep it.
/// Django: `RenameField`.
///
/// @param label of the model, as `app.Model`
/// @param field its name before
/// @param to its name from then on
/// @param keepsColumn whether the column stays as it is called
public record RenameField(String label, String field, String to, boolean keepsColumn)
        implements FieldOperation {

    /// A field whose column follows, unless that has a name of its own.
    public RenameField(String label, String field, String to) {
        this(label, field, to, false);
    }

    @Override
    public String describe() {
        return "Rename field " + field + " on " + Labels.name(label) + " to " + to;
    }

    @Override
    public String nameFragment() {
        return "rename_"
                + field.toLowerCase(Locale.ROOT)
                + "_"
                + Labels.lower(label)
                + "_"
                + to.toLowerCase(Locale.ROOT);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        ProjectState after = before.renamedField(label, field, to);
        if (!keepsColumn) {
            return after;
        }
        String column = before.field(label, field).column();
        return after.changed(
                label, model -> FieldNames.changed(model, to, one -> one.inColumn(column)));
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(after.get(label))) {
            change.alter(
                    before.get(label),
                    change.tables(before, after)
                            .alterField(label, before.field(label, field), after.field(label, to)));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.concerns(before.get(label))) {
            change.alter(
                    after.get(label),
                    change.tables(after, before)
                            .alterField(label, after.field(label, to), before.field(label, field)));
        }
    }

    @Override
    public boolean references(String label, String name) {
        return references(label) && (name.equals(field) || name.equals(to));
    }

    @Override
    public Reduction reduce(Operation next) {
        if (next instanceof RenameField(String other, String from, String last, boolean keeps)
                && Labels.same(other, label)
                && from.equals(to)
                && keeps == keepsColumn) {
            return Reduction.into(new RenameField(label, field, last, keeps));
        }
        boolean apart = !next.references(label, field) && !next.references(label, to);
        return Reductions.of(this, next, apart);
    }
}
