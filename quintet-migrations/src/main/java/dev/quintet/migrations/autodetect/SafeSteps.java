package dev.quintet.migrations.autodetect;

import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.operations.AddConstraint;
import dev.quintet.migrations.operations.AddConstraintNotValid;
import dev.quintet.migrations.operations.AddField;
import dev.quintet.migrations.operations.AddIndex;
import dev.quintet.migrations.operations.AddIndexConcurrently;
import dev.quintet.migrations.operations.AlterField;
import dev.quintet.migrations.operations.Backfill;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.migrations.operations.RemoveIndex;
import dev.quintet.migrations.operations.RemoveIndexConcurrently;
import dev.quintet.migrations.operations.RequireField;
import dev.quintet.migrations.operations.ValidateConstraint;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Takes migrations apart into steps that a site in use does not feel: first what both the old and
/// the new program get along with, then the rows are filled in batches, then what only the new one
/// does. Expand, backfill, contract.
final class SafeSteps {

    private final String app;
    private final ProjectState before;
    private final Set<String> fresh = new HashSet<>();
    private final List<Operation> fill = new ArrayList<>();
    private final List<Operation> contract = new ArrayList<>();

    private SafeSteps(String app, ProjectState before) {
        this.app = app;
        this.before = before;
    }

    /// {@return the same migrations of an app in safe steps, those that are new behind the others}
    static List<MigrationDraft> of(String app, List<MigrationDraft> drafts, ProjectState before) {
        return new SafeSteps(app, before).apart(drafts);
    }

    private List<MigrationDraft> apart(List<MigrationDraft> drafts) {
        List<MigrationDraft> steps = new ArrayList<>();
        for (MigrationDraft draft : drafts) {
            List<Operation> expand = new ArrayList<>();
            draft.operations().forEach(one -> expand.addAll(expanded(one)));
            if (!expand.isEmpty()) {
                steps.add(
                        new MigrationDraft(
                                draft.name(), draft.initial(), draft.dependencies(), expand));
            }
        }
        List<MigrationName> last =
                steps.isEmpty()
                        ? drafts.isEmpty() ? List.of() : drafts.getLast().dependencies()
                        : List.of(steps.getLast().name());
        append(steps, "fill", last, fill);
        append(
                steps,
                "contract",
                steps.isEmpty() ? last : List.of(steps.getLast().name()),
                contract);
        return steps;
    }

    private void append(
            List<MigrationDraft> steps,
            String word,
            List<MigrationName> after,
            List<Operation> operations) {
        if (!operations.isEmpty()) {
            steps.add(
                    new MigrationDraft(
                            new MigrationName(app, "safe_" + word),
                            false,
                            after,
                            operations,
                            false));
        }
    }

    private List<Operation> expanded(Operation operation) {
        switch (operation) {
            case CreateModel created -> fresh.add(key(created.label()));
            case AddField added when old(added.label()) && once(added) -> {
                FieldState state = added.state();
                Object value = Objects.requireNonNull(state.fallback());
                FieldState required = added.keepsDefault() ? state : state.fallingBackTo(null);
                fill.add(new Backfill(added.label(), added.field(), value));
                contract.add(new RequireField(added.label(), required));
                return List.of(
                        new AddField(added.label(), state.fallingBackTo(null).nullable(true)));
            }
            case AlterField altered when old(altered.label()) && tighter(altered) -> {
                FieldState state = altered.state();
                Object value = state.fallback();
                if (value != null) {
                    fill.add(new Backfill(altered.label(), altered.field(), value));
                }
                FieldState required = altered.keepsDefault() ? state : state.fallingBackTo(null);
                contract.add(new RequireField(altered.label(), required));
                return List.of();
            }
            case AddIndex(String label, var index) when old(label) -> {
                contract.add(new AddIndexConcurrently(label, index));
                return List.of();
            }
            case RemoveIndex(String label, String name) when old(label) -> {
                contract.add(new RemoveIndexConcurrently(label, name));
                return List.of();
            }
            case AddConstraint(String label, ConstraintState.Check check) when old(label) -> {
                contract.add(new ValidateConstraint(label, check.name()));
                return List.of(new AddConstraintNotValid(label, check));
            }
            default -> {}
        }
        return List.of(operation);
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    private boolean old(String label) {
        return !fresh.contains(key(label)) && before.find(label) != null;
    }

    private static boolean once(AddField added) {
        FieldState state = added.state();
        return state.hasColumn()
                && !state.nullable()
                && !state.unique()
                && state.fallback() != null
                && state.initial() == null;
    }

    private boolean tighter(AlterField altered) {
        FieldState was = before.field(altered.label(), altered.field());
        FieldState is = altered.state();
        return was.nullable()
                && !is.nullable()
                && was.nullable(false).equals(is.fallingBackTo(was.fallback()));
    }
}
