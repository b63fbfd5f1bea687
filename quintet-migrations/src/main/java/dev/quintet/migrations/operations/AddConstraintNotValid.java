package dev.quintet.migrations.operations;

import dev.quintet.orm.state.ConstraintState;
import java.util.List;

/// Holds new rows of a model to something, and leaves the rows that exist for {@link
/// ValidateConstraint}. Django: `AddConstraintNotValid`.
///
/// PostgreSQL then need not look at the rows while nobody else can use the table. Other databases,
/// and constraints of other kinds than checks, look at them at once: it is {@link AddConstraint}.
///
/// @param label of the model, as `app.Model`
/// @param constraint what they are held to
public record AddConstraintNotValid(String label, ConstraintState constraint) implements Operation {

    private AddConstraint plain() {
        return new AddConstraint(label, constraint);
    }

    @Override
    public String describe() {
        return "Create not valid constraint "
                + constraint.name()
                + " on model "
                + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return plain().nameFragment() + "_not_valid";
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return plain().stateForwards(before);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        boolean later =
                change.dialect().name().equals("postgresql")
                        && constraint instanceof ConstraintState.Check;
        if (!later) {
            plain().forwards(change, before, after);
        } else if (change.concerns(after.get(label))) {
            List<String> whole = change.tables(before, after).addConstraint(label, constraint);
            change.execute(whole.stream().map(sql -> sql + " NOT VALID").toList());
        }
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        plain().backwards(change, before, after);
    }
}
