package dev.quintet.migrations.operations;

import java.util.Locale;

/// Looks whether the rows that exist meet a constraint that was added without. Django:
/// `ValidateConstraint`.
///
/// Others read and write meanwhile, as long as it is in another migration than {@link
/// AddConstraintNotValid}, or in one with `atomic(false)`. Nothing to do but on PostgreSQL.
///
/// @param label of the model, as `app.Model`
/// @param name of the constraint
public record ValidateConstraint(String label, String name) implements Operation {

    @Override
    public String describe() {
        return "Validate constraint " + name + " on model " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return Labels.lower(label) + "_validate_" + name.toLowerCase(Locale.ROOT);
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        before.constraint(label, name);
        return before;
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (change.dialect().name().equals("postgresql") && change.concerns(after.get(label))) {
            change.execute(
                    "ALTER TABLE "
                            + change.dialect().quote(after.get(label).table())
                            + " VALIDATE CONSTRAINT "
                            + change.dialect().quote(name));
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        // What was looked at need not be forgotten.
    }
}
