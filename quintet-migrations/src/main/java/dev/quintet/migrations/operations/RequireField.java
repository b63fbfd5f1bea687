package dev.quintet.migrations.operations;

import dev.quintet.orm.schema.DatabaseNames;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Lets a field take NULL no longer, without keeping others from the table while PostgreSQL looks
/// at all rows: it looks before, for a check, and believes that then.
///
/// For migrations with `atomic(false)`. Rows that hold NULL are filled before, by {@link Backfill};
/// one that is left stops it. Elsewhere it is {@link AlterField}.
///
/// @param label of the model, as `app.Model`
/// @param state what the field is from then on
public record RequireField(String label, FieldState state) implements FieldOperation {

    private static final int LONGEST = 63;

    private AlterField plain() {
        return new AlterField(label, state);
    }

    @Override
    public String field() {
        return state.name();
    }

    @Override
    public String describe() {
        return "Require field " + field() + " on " + Labels.name(label);
    }

    @Override
    public String nameFragment() {
        return "require_" + Labels.lower(label) + "_" + field().toLowerCase(Locale.ROOT);
    }

    @Override
    public Operation settled(UnaryOperator<String> labels) {
        return new RequireField(label, NamedModel.settled(state, labels));
    }

    @Override
    public ProjectState stateForwards(ProjectState before) {
        return plain().stateForwards(before);
    }

    @Override
    public void forwards(DatabaseChange change, ProjectState before, ProjectState after) {
        if (!change.concerns(after.get(label))) {
            return;
        }
        FieldState bare = state.fallingBackTo(null);
        FieldState was = before.field(label, field()).fallingBackTo(null);
        List<String> statements = change.tables(before, after).alterField(label, was, bare);
        if (!change.dialect().name().equals("postgresql") || statements.isEmpty()) {
            change.alter(before.get(label), statements);
            return;
        }
        String table = after.get(label).table();
        String alter = "ALTER TABLE " + change.dialect().quote(table) + " ";
        String check =
                change.dialect()
                        .quote(
                                DatabaseNames.of(
                                        table, List.of(state.column()), "_filled", LONGEST));
        List<String> steps = new ArrayList<>();
        steps.add(alter + "DROP CONSTRAINT IF EXISTS " + check);
        steps.add(
                alter
                        + "ADD CONSTRAINT "
                        + check
                        + " CHECK ("
                        + change.dialect().quote(state.column())
                        + " IS NOT NULL) NOT VALID");
        steps.add(alter + "VALIDATE CONSTRAINT " + check);
        steps.addAll(statements);
        steps.add(alter + "DROP CONSTRAINT " + check);
        change.execute(steps);
    }

    @Override
    public void backwards(DatabaseChange change, ProjectState before, ProjectState after) {
        plain().backwards(change, before, after);
    }
}
