package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Literals;
import dev.quintet.orm.state.ConstraintState;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.IndexState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes tables in place: PostgreSQL and MariaDB.
final class TableAlteration implements SchemaChange {

    private final States states;
    private final TableRules rules;

    TableAlteration(States states, TableRules rules) {
        this.states = states;
        this.rules = rules;
    }

    private boolean mariadb() {
        return states.dialect().name().equals("mariadb");
    }

    private String alter(ModelState model) {
        return "ALTER TABLE " + states.quote(model.table()) + " ";
    }

    @Override
    public List<String> addField(String label, FieldState field) {
        ModelState model = states.after(label);
        if (ColumnSql.parted(field)) {
            return guard(states.afterEditor(), model, field);
        }
        if (!field.hasColumn()) {
            return states.createBetween(model, field);
        }
        ColumnSql columns = states.afterColumns();
        List<String> statements = new ArrayList<>();
        FieldState said = field.comment().isEmpty() || mariadb() ? field : field.commented("");
        String definition = columns.inTable(model, said);
        boolean once = field.fallback() != null && field.initial() == null;
        if (once) {
            String bare = columns.bare(model, field);
            String value = Literals.of(states.dialect(), field.fallback());
            definition = bare + " DEFAULT " + value + definition.substring(bare.length());
        }
        statements.add(alter(model) + "ADD COLUMN " + definition);
        if (once) {
            statements.add(
                    alter(model)
                            + "ALTER COLUMN "
                            + states.quote(field.column())
                            + " DROP DEFAULT");
        }
        if (KeyAlteration.needed(states.before(label), model)) {
            statements.addAll(keys().statements(states.before(label), model));
        }
        statements.addAll(columns.foreignKey(model, field));
        statements.addAll(states.afterEditor().indexes(model).ofField(field));
        if (!mariadb() && !field.comment().isEmpty()) {
            statements.add(comment(model, field));
        }
        return statements;
    }

    private KeyAlteration keys() {
        return new KeyAlteration(states.dialect(), rules);
    }

    @Override
    public List<String> removeField(String label, FieldState field) {
        ModelState model = states.before(label);
        if (ColumnSql.parted(field)) {
            return dropGuard(model, field);
        }
        if (!field.hasColumn()) {
            return states.dropBetween(model, field);
        }
        List<String> statements = new ArrayList<>();
        RelationState relation = field.relation();
        if (relation != null && relation.constraint()) {
            statements.addAll(dropForeignKey(model, field));
        }
        if (field.primaryKey() && KeyAlteration.needed(model, states.after(label))) {
            statements.addAll(keys().statements(model, states.after(label)));
        }
        statements.add(
                alter(model)
                        + "DROP COLUMN "
                        + states.quote(field.column())
                        + (mariadb() ? "" : " CASCADE"));
        return statements;
    }

    /// What a relation of several columns has besides these: its rule, and its index.
    private static List<String> guard(SchemaEditor editor, ModelState model, FieldState field) {
        List<String> statements = new ArrayList<>(editor.columns().foreignKey(model, field));
        statements.addAll(editor.indexes(model).ofField(field));
        return statements;
    }

    private List<String> dropGuard(ModelState model, FieldState field) {
        List<String> statements = new ArrayList<>();
        if (ColumnSql.guarded(field)) {
            statements.addAll(dropForeignKey(model, field));
        }
        statements.addAll(dropIndexes(model, field));
        return statements;
    }

    /// The database keeps an index under its name when its columns are renamed: then it goes with
    /// them.
    private List<String> dropIndexes(ModelState model, FieldState field) {
        IndexSql indexes = states.beforeEditor().indexes(model);
        return indexes.names(indexes.ofField(field)).stream()
                .map(name -> indexes.drop(name).replaceFirst("INDEX", "INDEX IF EXISTS"))
                .toList();
    }

    private List<String> alterParted(
            ModelState before, FieldState was, ModelState after, FieldState is) {
        List<String> oldKey = states.beforeColumns().foreignKey(before, was);
        List<String> newKey = states.afterColumns().foreignKey(after, is);
        List<String> oldIndexes = states.beforeEditor().indexes(before).ofField(was);
        List<String> newIndexes = states.afterEditor().indexes(after).ofField(is);
        List<String> statements = new ArrayList<>();
        if (!oldKey.equals(newKey) && !oldKey.isEmpty()) {
            statements.addAll(dropForeignKey(before, was));
        }
        if (!oldIndexes.equals(newIndexes)) {
            statements.addAll(dropIndexes(before, was));
            statements.addAll(newIndexes);
        }
        if (!oldKey.equals(newKey)) {
            statements.addAll(newKey);
        }
        return statements;
    }

    private List<String> dropForeignKey(ModelState model, FieldState field) {
        return dropped(
                model,
                field,
                TableRules.Kind.FOREIGN_KEY,
                states.beforeColumns().foreignKeyName(model, field));
    }

    private List<String> dropped(
            ModelState model, FieldState field, TableRules.Kind kind, String usual) {
        List<String> columns = ColumnSql.columns(model, field);
        return rules.names(model.table(), columns, kind, usual).stream()
                .map(name -> alter(model) + drop(kind) + states.quote(name))
                .toList();
    }

    private String drop(TableRules.Kind kind) {
        return mariadb() && kind == TableRules.Kind.FOREIGN_KEY
                ? "DROP FOREIGN KEY "
                : mariadb() && kind == TableRules.Kind.UNIQUE ? "DROP INDEX " : "DROP CONSTRAINT ";
    }

    @Override
    public List<String> alterField(String label, FieldState was, FieldState is) {
        ModelState before = states.before(label);
        ModelState after = states.after(label);
        if (ColumnSql.parted(was) || ColumnSql.parted(is)) {
            return alterParted(before, was, after, is);
        }
        if (!was.hasColumn()) {
            return moveBetween(before, was, after, is);
        }
        List<String> statements = alteration(before, was, after, is).statements();
        if (was.primaryKey() != is.primaryKey() && KeyAlteration.needed(before, after)) {
            statements.addAll(keys().statements(before, after));
        }
        boolean key = was.primaryKey() && is.primaryKey();
        boolean retyped = !states.beforeColumns().type(was).equals(states.afterColumns().type(is));
        if (key && retyped && after.key().size() > 1) {
            return withIncomingParts(after, is, statements);
        }
        return key && retyped ? withIncoming(after, statements) : statements;
    }

    private ColumnAlteration alteration(
            ModelState before, FieldState was, ModelState after, FieldState is) {
        return new ColumnAlteration(states, before, was, after, is) {
            @Override
            List<String> dropped(FieldState field, TableRules.Kind kind, String usual) {
                return TableAlteration.this.dropped(before, field, kind, usual);
            }

            @Override
            String indexOf(FieldState field, String usual) {
                return rules.index(
                        before.table(),
                        field.column(),
                        usual,
                        before.indexes().stream().map(IndexState::name).toList());
            }
        };
    }

    /// A key of another type wants columns of another type where it is kept.
    private List<String> withIncoming(ModelState target, List<String> change) {
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        for (ModelState table : states.tablesAfter()) {
            for (FieldState field : table.columns()) {
                RelationState relation = field.relation();
                boolean leadsHere =
                        relation != null
                                && relation.target().equalsIgnoreCase(target.label())
                                && (relation.toField() == null
                                        || target.key()
                                                .getFirst()
                                                .name()
                                                .equals(relation.toField()));
                boolean itself = table.label().equals(target.label()) && field.primaryKey();
                if (relation == null || !leadsHere || itself) {
                    continue;
                }
                if (relation.constraint()) {
                    first.addAll(
                            dropped(
                                    table,
                                    field,
                                    TableRules.Kind.FOREIGN_KEY,
                                    states.afterColumns().foreignKeyName(table, field)));
                }
                then.add(retyped(table, field, states.afterColumns().type(field)));
                then.addAll(states.afterColumns().foreignKey(table, field));
            }
        }
        List<String> all = new ArrayList<>(first);
        all.addAll(change);
        all.addAll(then);
        return all;
    }

    private String retyped(ModelState table, FieldState field, String type) {
        String column = states.quote(field.column());
        return mariadb()
                ? alter(table) + "MODIFY COLUMN " + states.afterColumns().modified(table, field)
                : alter(table)
                        + "ALTER COLUMN "
                        + column
                        + " TYPE "
                        + type
                        + " USING "
                        + column
                        + "::"
                        + type;
    }

    /// A part of a composite key of another type wants columns of another type where it is kept,
    /// whose own fields say so in a later step.
    private List<String> withIncomingParts(
            ModelState target, FieldState part, List<String> change) {
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        int number = target.key().indexOf(part);
        for (ModelState table : states.tablesAfter()) {
            for (FieldState field : table.fields()) {
                RelationState relation = field.relation();
                if (relation == null
                        || !ColumnSql.parted(field)
                        || !relation.target().equalsIgnoreCase(target.label())) {
                    continue;
                }
                if (relation.constraint()) {
                    first.addAll(
                            dropped(
                                    table,
                                    field,
                                    TableRules.Kind.FOREIGN_KEY,
                                    states.afterColumns().foreignKeyName(table, field)));
                }
                FieldState kept = table.find(relation.parts().get(number));
                if (kept != null) {
                    FieldState typed = kept.typed(part.type());
                    then.add(retyped(table, typed, states.afterColumns().type(typed)));
                }
                then.addAll(states.afterColumns().foreignKey(table, field));
            }
        }
        List<String> all = new ArrayList<>(first);
        all.addAll(change);
        all.addAll(then);
        return all;
    }

    private List<String> moveBetween(
            ModelState before, FieldState was, ModelState after, FieldState is) {
        List<ModelState> old = states.beforeColumns().between(before, was);
        List<ModelState> now = states.afterColumns().between(after, is);
        return old.isEmpty() || now.isEmpty() ? List.of() : move(old.getFirst(), now.getFirst());
    }

    private List<String> move(ModelState old, ModelState now) {
        List<String> statements = new ArrayList<>();
        if (!old.table().equals(now.table())) {
            statements.add(alter(old) + "RENAME TO " + states.quote(now.table()));
        }
        for (int i = 0; i < now.columns().size(); i++) {
            String from = old.columns().get(i).column();
            String to = now.columns().get(i).column();
            if (!from.equals(to)) {
                statements.add(
                        alter(now)
                                + "RENAME COLUMN "
                                + states.quote(from)
                                + " TO "
                                + states.quote(to));
            }
        }
        return statements;
    }

    @Override
    public List<String> moveTable(String oldLabel, String newLabel) {
        ModelState old = states.before(oldLabel);
        ModelState now = states.after(newLabel);
        List<String> statements = new ArrayList<>();
        if (!old.table().equals(now.table())) {
            statements.add(alter(old) + "RENAME TO " + states.quote(now.table()));
        }
        statements.addAll(Between.moves(states, old, now, this::move));
        return statements;
    }

    @Override
    public List<String> alterUniqueTogether(String label) {
        ModelState before = states.before(label);
        ModelState after = states.after(label);
        List<String> statements = new ArrayList<>();
        for (List<String> set : before.uniqueTogether()) {
            if (!after.uniqueTogether().contains(set)) {
                statements.addAll(ownIndex(before, set.getFirst()));
                statements.add(
                        alter(before)
                                + drop(TableRules.Kind.UNIQUE)
                                + states.quote(states.together(before, set, rules)));
            }
        }
        for (List<String> set : after.uniqueTogether()) {
            if (!before.uniqueTogether().contains(set)) {
                statements.add(states.afterEditor().indexes(after).uniqueTogether(set));
            }
        }
        return statements;
    }

    /// MariaDB gives up its own index of a key when another one begins with its column, and then
    /// refuses to let that go.
    private List<String> ownIndex(ModelState model, @Nullable String field) {
        FieldState first = field == null ? null : model.find(field);
        if (!mariadb() || first == null || first.relation() == null) {
            return List.of();
        }
        return List.of(
                "CREATE INDEX IF NOT EXISTS "
                        + states.quote(states.beforeEditor().indexes(model).plainName(first, ""))
                        + " ON "
                        + states.quote(model.table())
                        + " ("
                        + states.quote(first.column())
                        + ")");
    }

    @Override
    public List<String> addConstraint(String label, ConstraintState constraint) {
        return states.afterEditor().indexes(states.after(label)).add(constraint);
    }

    @Override
    public List<String> removeConstraint(String label, ConstraintState constraint) {
        ModelState model = states.before(label);
        List<String> statements = new ArrayList<>();
        if (constraint instanceof ConstraintState.Unique unique) {
            statements.addAll(ownIndex(model, unique.parts().getFirst().field()));
        }
        statements.addAll(states.beforeEditor().indexes(model).remove(constraint));
        return statements;
    }

    @Override
    public List<String> addIndex(String label, IndexState index) {
        return states.afterEditor().indexes(states.after(label)).create(index);
    }

    @Override
    public List<String> removeIndex(String label, IndexState index) {
        ModelState model = states.before(label);
        IndexSql indexes = states.beforeEditor().indexes(model);
        if (indexes.create(index).isEmpty()) {
            return List.of();
        }
        List<String> statements =
                new ArrayList<>(ownIndex(model, index.parts().getFirst().field()));
        statements.add(indexes.drop(indexes.name(index)));
        return statements;
    }

    @Override
    public List<String> renameIndex(String label, IndexState was, IndexState is) {
        ModelState model = states.after(label);
        IndexSql indexes = states.afterEditor().indexes(model);
        if (indexes.create(is).isEmpty()) {
            return List.of();
        }
        String from = states.quote(states.beforeEditor().indexes(states.before(label)).name(was));
        String to = states.quote(indexes.name(is));
        return List.of(
                mariadb()
                        ? alter(model) + "RENAME INDEX " + from + " TO " + to
                        : "ALTER INDEX " + from + " RENAME TO " + to);
    }

    @Override
    public List<String> alterComment(String label) {
        ModelState model = states.after(label);
        String comment = model.options().comment();
        String text = Literals.text(states.dialect(), comment);
        return List.of(
                mariadb()
                        ? alter(model) + "COMMENT = " + text
                        : "COMMENT ON TABLE "
                                + states.quote(model.table())
                                + " IS "
                                + (comment.isEmpty() ? "NULL" : text));
    }

    private String comment(ModelState model, FieldState field) {
        return "COMMENT ON COLUMN "
                + states.quote(model.table())
                + "."
                + states.quote(field.column())
                + " IS "
                + Literals.text(states.dialect(), field.comment());
    }
}
