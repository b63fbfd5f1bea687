package dev.quintet.orm.schema;

import dev.quintet.orm.sql.Literals;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.ModelState;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Makes another column of one that exists, in place: what no longer holds is dropped first, then
/// the column changes, then what holds now is added.
abstract class ColumnAlteration {

    private final States states;
    private final ModelState before;
    private final FieldState was;
    private final ModelState after;
    private final FieldState is;
    private final List<String> statements = new ArrayList<>();

    ColumnAlteration(
            States states, ModelState before, FieldState was, ModelState after, FieldState is) {
        this.states = states;
        this.before = before;
        this.was = was;
        this.after = after;
        this.is = is;
    }

    /// {@return the statements that drop the rules of a kind over a column of the old table}
    abstract List<String> dropped(FieldState field, TableRules.Kind kind, String usual);

    /// {@return what the database calls an index over a column of the old table}
    abstract String indexOf(FieldState field, String usual);

    private boolean mariadb() {
        return states.dialect().name().equals("mariadb");
    }

    private String alter() {
        return "ALTER TABLE " + states.quote(after.table()) + " ";
    }

    private String column() {
        return states.quote(is.column());
    }

    List<String> statements() {
        if (was.generated() != null || is.generated() != null) {
            return regenerated();
        }
        boolean retyped = !type(was, true).equals(type(is, false));
        boolean retied = !guard(was, true).equals(guard(is, false)) || retyped;
        boolean moved = !was.column().equals(is.column());
        if (retied && guarded(was)) {
            statements.addAll(
                    dropped(
                            was,
                            TableRules.Kind.FOREIGN_KEY,
                            states.beforeColumns().foreignKeyName(before, was)));
        }
        dropOld(retyped);
        if (moved) {
            statements.add(
                    alter() + "RENAME COLUMN " + states.quote(was.column()) + " TO " + column());
        }
        change(retyped);
        addNew(retyped);
        if (retied) {
            statements.addAll(states.afterColumns().foreignKey(after, is));
        }
        if (!mariadb() && !was.comment().equals(is.comment())) {
            statements.add(
                    "COMMENT ON COLUMN "
                            + states.quote(after.table())
                            + "."
                            + column()
                            + " IS "
                            + (is.comment().isEmpty()
                                    ? "NULL"
                                    : Literals.text(states.dialect(), is.comment())));
        }
        return statements;
    }

    private List<String> regenerated() {
        String old = states.beforeColumns().bare(before, was);
        String now = states.afterColumns().bare(after, is);
        if (old.equals(now)) {
            return List.of();
        }
        // What is worked out can be worked out again: the column is dropped and made anew.
        statements.add(alter() + "DROP COLUMN " + states.quote(was.column()));
        statements.add(alter() + "ADD COLUMN " + states.afterColumns().inTable(after, is));
        statements.addAll(states.afterEditor().indexes(after).ofField(is));
        return statements;
    }

    private String type(FieldState field, boolean old) {
        return old ? states.beforeColumns().type(field) : states.afterColumns().type(field);
    }

    private static boolean guarded(FieldState field) {
        RelationState relation = field.relation();
        return relation != null && relation.constraint();
    }

    private String guard(FieldState field, boolean old) {
        return guarded(field)
                ? (old
                        ? states.beforeColumns().references(field)
                        : states.afterColumns().references(field))
                : "";
    }

    private void dropOld(boolean retyped) {
        if (was.unique() && !was.primaryKey() && (!is.unique() || is.primaryKey())) {
            String usual = mariadb() ? was.column() : before.table() + "_" + was.column() + "_key";
            statements.addAll(dropped(was, TableRules.Kind.UNIQUE, usual));
        }
        if (was.type().positive() && (!is.type().positive() || retyped) && !mariadb()) {
            statements.addAll(
                    dropped(
                            was,
                            TableRules.Kind.CHECK,
                            before.table() + "_" + was.column() + "_check"));
        }
        IndexSql indexes = states.beforeEditor().indexes(before);
        List<String> now = indexes.names(states.afterEditor().indexes(after).ofField(is));
        for (String name : indexes.names(indexes.ofField(was))) {
            if (!now.contains(name) && !was.column().equals(is.column())) {
                continue; // it follows its column, under its old name
            }
            if (!now.contains(name)) {
                statements.add(indexes.drop(indexOf(was, name)));
            }
        }
    }

    private void addNew(boolean retyped) {
        if (is.unique() && !is.primaryKey() && (!was.unique() || was.primaryKey())) {
            String name = states.afterEditor().indexes(after).uniqueName(List.of(is.name()));
            statements.add(
                    alter()
                            + "ADD CONSTRAINT "
                            + states.quote(name)
                            + " UNIQUE ("
                            + column()
                            + ")");
        }
        if (is.primaryKey() && !was.primaryKey() && ColumnSql.isKey(after, is)) {
            statements.add(alter() + "ADD PRIMARY KEY (" + column() + ")");
        }
        if (is.type().positive() && (!was.type().positive() || retyped) && !mariadb()) {
            statements.add(
                    alter()
                            + "ADD CONSTRAINT "
                            + states.quote(after.table() + "_" + is.column() + "_check")
                            + states.afterColumns().check(is));
        }
        if (was.column().equals(is.column())) {
            IndexSql indexes = states.beforeEditor().indexes(before);
            List<String> old = indexes.names(indexes.ofField(was));
            for (String index : states.afterEditor().indexes(after).ofField(is)) {
                if (!old.contains(indexes.names(List.of(index)).getFirst())) {
                    statements.add(index);
                }
            }
        }
    }

    private void change(boolean retyped) {
        boolean stricter = was.nullable() && !is.nullable();
        if (stricter && is.fallback() != null) {
            statements.add(
                    "UPDATE "
                            + states.quote(after.table())
                            + " SET "
                            + column()
                            + " = "
                            + Literals.of(states.dialect(), is.fallback())
                            + " WHERE "
                            + column()
                            + " IS NULL");
        }
        if (mariadb()) {
            modify(retyped);
            return;
        }
        String of = alter() + "ALTER COLUMN " + column() + " ";
        boolean auto = was.type().auto();
        if (auto && !is.type().auto()) {
            statements.add(of + "DROP IDENTITY IF EXISTS");
        }
        String oldInitial = states.beforeColumns().initial(before, was);
        String newInitial = states.afterColumns().initial(after, is);
        if (!oldInitial.isEmpty() && (retyped || !oldInitial.equals(newInitial))) {
            statements.add(of + "DROP DEFAULT");
        }
        if (retyped) {
            String type = type(is, false);
            statements.add(of + "TYPE " + type + " USING " + column() + "::" + type);
        }
        if (!newInitial.isEmpty() && (retyped || !oldInitial.equals(newInitial))) {
            statements.add(of + "SET DEFAULT " + newInitial);
        }
        if (was.nullable() != is.nullable()) {
            statements.add(of + (is.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
        }
        if (!auto && is.type().auto()) {
            statements.add(of + "ADD GENERATED BY DEFAULT AS IDENTITY");
            statements.add(
                    "SELECT setval(pg_get_serial_sequence("
                            + Literals.text(states.dialect(), states.quote(after.table()))
                            + ", "
                            + Literals.text(states.dialect(), is.column())
                            + "), GREATEST((SELECT COALESCE(MAX("
                            + column()
                            + "), 0) FROM "
                            + states.quote(after.table())
                            + "), 1))");
        }
    }

    private void modify(boolean retyped) {
        boolean changed =
                retyped
                        || was.nullable() != is.nullable()
                        || was.type().auto() != is.type().auto()
                        || !was.comment().equals(is.comment())
                        || !Objects.equals(
                                states.beforeColumns().initial(before, was),
                                states.afterColumns().initial(after, is));
        if (changed) {
            statements.add(alter() + "MODIFY COLUMN " + states.afterColumns().modified(after, is));
        }
    }
}
