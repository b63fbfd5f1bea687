package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.RelationState;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of the table between two models.
final class ThroughRows {

    private final Database database;
    private final Dialect dialect;
    private final RelationState.Through through;
    private final Object owner;

    private ThroughRows(Entity owner, ModelRelation relation) {
        this.database = Databases.current().get(Relations.databaseOf(owner));
        this.dialect = database.dialect();
        this.through = Objects.requireNonNull(relation.through(), "a many-to-many relation");
        this.owner = keyOf(owner);
    }

    static void add(Entity owner, ModelRelation relation, Collection<? extends Entity> targets) {
        if (targets.isEmpty()) {
            return;
        }
        var rows = new ThroughRows(owner, relation);
        Transaction.atomic(() -> rows.insertMissing(targets));
    }

    static void remove(Entity owner, ModelRelation relation, Collection<? extends Entity> targets) {
        if (!targets.isEmpty()) {
            new ThroughRows(owner, relation).delete(targets);
        }
    }

    static void clear(Entity owner, ModelRelation relation) {
        var rows = new ThroughRows(owner, relation);
        rows.database.update(
                rows.statement("DELETE FROM " + rows.table() + rows.whereOwner(), 1),
                new @Nullable Object[] {rows.owner});
    }

    private void insertMissing(Collection<? extends Entity> targets) {
        Set<Object> tied = tied();
        String sql =
                "INSERT INTO "
                        + table()
                        + " ("
                        + dialect.quote(through.from())
                        + ", "
                        + dialect.quote(through.to())
                        + ") VALUES (?, ?)";
        for (Entity target : targets) {
            Object key = keyOf(target);
            if (tied.add(key)) {
                database.update(statement(sql, 2), new @Nullable Object[] {owner, key});
            }
        }
    }

    private Set<Object> tied() {
        String sql = "SELECT " + dialect.quote(through.to()) + " FROM " + table() + whereOwner();
        return database.query(
                statement(sql, 1),
                new @Nullable Object[] {owner},
                (result, row) -> {
                    Set<Object> keys = new HashSet<>();
                    while (result.next()) {
                        keys.add(asKey(Objects.requireNonNull(result.getObject(1))));
                    }
                    return keys;
                });
    }

    private void delete(Collection<? extends Entity> targets) {
        String sql =
                "DELETE FROM "
                        + table()
                        + whereOwner()
                        + " AND "
                        + dialect.quote(through.to())
                        + " = ?";
        Transaction.atomic(() -> {
            for (Entity target : targets) {
                database.update(statement(sql, 2), new @Nullable Object[] {owner, keyOf(target)});
            }
        });
    }

    private String table() {
        return dialect.quote(through.table());
    }

    private String whereOwner() {
        return " WHERE " + dialect.quote(through.from()) + " = ?";
    }

    private SqlStatement statement(String sql, int parameters) {
        return new SqlStatement(
                sql,
                java.util.Collections.nCopies(parameters, new SqlStatement.Parameter(null, false)));
    }

    /// Databases give whole numbers back in the width of the column; keys are compared as numbers.
    private static Object asKey(Object found) {
        return found instanceof Number number ? Long.valueOf(number.longValue()) : found;
    }

    private static Object keyOf(Entity entity) {
        Object key = Keys.of(entity);
        if (key == null) {
            throw new DetachedRelationException();
        }
        return asKey(key);
    }
}
