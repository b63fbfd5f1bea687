package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Literals;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes tables of SQLite: a column is added or renamed in place where that is all; else a new
/// table is made, the rows are copied, and it takes the old one's place.
///
/// Whoever runs the statements sees to it that foreign keys are not looked at in the meantime, as
/// the old table must go while others lead to it.
final class TableRebuild implements SchemaChange {

    private static final String NEW = "new__";

    private final States states;
    private final TableRules rules;

    TableRebuild(States states, TableRules rules) {
        this.states = states;
        this.rules = rules;
    }

    private String quote(String name) {
        return states.quote(name);
    }

    @Override
    public List<String> addField(String label, FieldState field) {
        ModelState model = states.after(label);
        if (ColumnSql.parted(field)) {
            return rebuilt(states.before(label), model, kept(states.before(label), model, null));
        }
        if (!field.hasColumn()) {
            return states.createBetween(model, field);
        }
        if (addsInPlace(field)) {
            List<String> statements = new ArrayList<>();
            statements.add(
                    "ALTER TABLE "
                            + quote(model.table())
                            + " ADD COLUMN "
                            + states.afterColumns().inTable(model, field));
            statements.addAll(states.afterEditor().indexes(model).ofField(field));
            return statements;
        }
        Map<String, String> values = kept(states.before(label), model, null);
        if (field.fallback() != null) {
            values.put(field.column(), Literals.of(states.dialect(), field.fallback()));
        }
        return rebuilt(states.before(label), model, values);
    }

    private static boolean addsInPlace(FieldState field) {
        boolean plain = field.initial() == null && field.fallback() == null;
        boolean worked = field.generated() != null && !field.generated().stored();
        return ((field.nullable() && plain && field.generated() == null) || worked)
                && !field.unique()
                && !field.primaryKey();
    }

    @Override
    public List<String> removeField(String label, FieldState field) {
        ModelState before = states.before(label);
        if (!field.hasColumn() && !ColumnSql.parted(field)) {
            return states.dropBetween(before, field);
        }
        ModelState after = states.after(label);
        return rebuilt(before, after, kept(before, after, null));
    }

    @Override
    public List<String> alterField(String label, FieldState was, FieldState is) {
        ModelState before = states.before(label);
        ModelState after = states.after(label);
        if (ColumnSql.parted(was) || ColumnSql.parted(is)) {
            boolean same =
                    states.beforeColumns()
                                    .guard(before, was)
                                    .equals(states.afterColumns().guard(after, is))
                            && was.index() == is.index()
                            && was.unique() == is.unique();
            return same ? List.of() : rebuilt(before, after, kept(before, after, null));
        }
        if (!was.hasColumn()) {
            List<ModelState> old = states.beforeColumns().between(before, was);
            List<ModelState> now = states.afterColumns().between(after, is);
            return old.isEmpty() || now.isEmpty()
                    ? List.of()
                    : move(old.getFirst(), now.getFirst());
        }
        String definition = states.afterColumns().inTable(after, is);
        boolean indexed =
                states.beforeEditor()
                        .indexes(before)
                        .ofField(was)
                        .equals(states.afterEditor().indexes(after).ofField(is));
        if (states.beforeColumns().inTable(before, was).equals(definition) && indexed) {
            return List.of();
        }
        boolean renamedOnly =
                was.index() == is.index()
                        && states.beforeColumns()
                                .inTable(before, was.inColumn(is.column()))
                                .equals(definition);
        if (renamedOnly && !was.column().equals(is.column())) {
            return List.of(rename(before, was.column(), is.column()));
        }
        Map<String, String> values = kept(before, after, was);
        if (is.generated() == null) {
            String old = quote(was.column());
            boolean fills = was.nullable() && !is.nullable() && is.fallback() != null;
            values.put(
                    is.column(),
                    fills
                            ? "COALESCE("
                                    + old
                                    + ", "
                                    + Literals.of(states.dialect(), is.fallback())
                                    + ")"
                            : old);
        }
        return rebuilt(before, after, values);
    }

    /// {@return where the columns of the new table find their values in the old one}
    ///
    /// @param apart a field of the old table that is seen to elsewhere
    private Map<String, String> kept(
            ModelState before, ModelState after, @Nullable FieldState apart) {
        Map<String, String> values = new LinkedHashMap<>();
        for (FieldState field : before.columns()) {
            FieldState still = after.find(field.name());
            if (still == null) {
                continue;
            }
            boolean copied =
                    still.hasColumn()
                            && still.generated() == null
                            && (apart == null || !apart.name().equals(field.name()));
            if (copied) {
                values.put(still.column(), quote(field.column()));
            }
        }
        return values;
    }

    private List<String> rebuilt(ModelState before, ModelState after, Map<String, String> values) {
        String name = NEW + after.table();
        List<String> statements = new ArrayList<>();
        statements.add(states.afterEditor().table(after, name));
        statements.add(
                "INSERT INTO "
                        + quote(name)
                        + " ("
                        + String.join(", ", values.keySet().stream().map(this::quote).toList())
                        + ") SELECT "
                        + String.join(", ", values.values())
                        + " FROM "
                        + quote(before.table()));
        if (numbered(before) && numbered(after)) {
            // Numbers of rows that were deleted are not given again.
            statements.add("DELETE FROM sqlite_sequence WHERE name = " + text(name));
            statements.add(
                    "INSERT INTO sqlite_sequence (name, seq) SELECT "
                            + text(name)
                            + ", seq FROM sqlite_sequence WHERE name = "
                            + text(before.table()));
        }
        statements.add("DROP TABLE " + quote(before.table()));
        // Views and triggers may speak of the table, which is not there for a moment.
        statements.add("PRAGMA legacy_alter_table = ON");
        statements.add("ALTER TABLE " + quote(name) + " RENAME TO " + quote(after.table()));
        statements.add("PRAGMA legacy_alter_table = OFF");
        statements.addAll(states.afterEditor().indexes(after).behindTable());
        return statements;
    }

    private String text(String name) {
        return Literals.text(states.dialect(), name);
    }

    private static boolean numbered(ModelState model) {
        return model.key().size() == 1 && model.key().getFirst().type().auto();
    }

    private String rename(ModelState model, String from, String to) {
        return "ALTER TABLE "
                + quote(model.table())
                + " RENAME COLUMN "
                + quote(from)
                + " TO "
                + quote(to);
    }

    @Override
    public List<String> moveTable(String oldLabel, String newLabel) {
        ModelState old = states.before(oldLabel);
        ModelState now = states.after(newLabel);
        List<String> statements = new ArrayList<>(renameTable(old, now));
        statements.addAll(Between.moves(states, old, now, this::move));
        return statements;
    }

    private List<String> renameTable(ModelState old, ModelState now) {
        return old.table().equals(now.table())
                ? List.of()
                : List.of("ALTER TABLE " + quote(old.table()) + " RENAME TO " + quote(now.table()));
    }

    private List<String> move(ModelState old, ModelState now) {
        List<String> statements = new ArrayList<>(renameTable(old, now));
        for (int i = 0; i < now.columns().size(); i++) {
            String from = old.columns().get(i).column();
            String to = now.columns().get(i).column();
            if (!from.equals(to)) {
                statements.add(rename(now, from, to));
            }
        }
        return statements;
    }

    @Override
    public List<String> alterUniqueTogether(String label) {
        ModelState before = states.before(label);
        ModelState after = states.after(label);
        IndexSql old = states.beforeEditor().indexes(before);
        IndexSql now = states.afterEditor().indexes(after);
        List<String> statements = new ArrayList<>();
        for (List<String> set : before.uniqueTogether()) {
            if (!after.uniqueTogether().contains(set)) {
                statements.add(old.drop(states.together(before, set, rules)));
            }
        }
        for (List<String> set : after.uniqueTogether()) {
            if (!before.uniqueTogether().contains(set)) {
                statements.add(now.uniqueTogether(set));
            }
        }
        return statements;
    }

    @Override
    public List<String> addConstraint(String label, ConstraintState constraint) {
        return constrained(label, constraint, states.afterEditor().indexes(states.after(label)));
    }

    private List<String> constrained(String label, ConstraintState constraint, IndexSql indexes) {
        if (constraint instanceof ConstraintState.Unique unique && unique.index()) {
            return indexes.add(constraint);
        }
        if (indexes.add(constraint).isEmpty()) {
            return List.of();
        }
        ModelState before = states.before(label);
        ModelState after = states.after(label);
        return rebuilt(before, after, kept(before, after, null));
    }

    @Override
    public List<String> removeConstraint(String label, ConstraintState constraint) {
        IndexSql indexes = states.beforeEditor().indexes(states.before(label));
        if (constraint instanceof ConstraintState.Unique unique && unique.index()) {
            return indexes.remove(constraint);
        }
        return constrained(label, constraint, indexes);
    }

    @Override
    public List<String> addIndex(String label, IndexState index) {
        return states.afterEditor().indexes(states.after(label)).create(index);
    }

    @Override
    public List<String> removeIndex(String label, IndexState index) {
        IndexSql indexes = states.beforeEditor().indexes(states.before(label));
        return List.of(indexes.drop(indexes.name(index)));
    }

    @Override
    public List<String> renameIndex(String label, IndexState was, IndexState is) {
        List<String> statements = new ArrayList<>(removeIndex(label, was));
        statements.addAll(addIndex(label, is));
        return statements;
    }

    @Override
    public List<String> alterComment(String label) {
        return List.of();
    }
}
