package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.state.RelationState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rows of the table between two models, seen from one object.
final class ThroughRows {

    private static final int MOST_ROWS = 500;

    private final Entity object;
    private final ModelRelation relation;
    private final Database database;
    private final Dialect dialect;
    private final RelationState.Through through;
    private final Object owner;

    ThroughRows(Entity owner, ModelRelation relation) {
        this.object = owner;
        this.relation = relation;
        this.database = Databases.current().get(Routed.forWrite(Mappings.of(owner), owner));
        this.dialect = database.dialect();
        this.through = Objects.requireNonNull(relation.through(), "a many-to-many relation");
        this.owner = keyOf(owner);
    }

    /// Ties rows; those tied already stay as they are.
    ///
    /// @param values for the other fields of the model between, by name
    void add(Collection<?> targets, Map<String, ?> values) {
        Set<Object> keys = keysOf(targets);
        if (keys.isEmpty()) {
            return;
        }
        boolean heard = ModelSignals.tiesHeard(object);
        boolean own = through.model() != null;
        if (!heard && !own) {
            insertIgnoring(keys);
            return;
        }
        Transaction.atomic(() -> {
            keys.removeAll(tied(keys));
            tell(TiesEvent.Action.PRE_ADD, keys);
            if (own) {
                BetweenRows.insert(object, relation, keys, values);
            } else {
                insertIgnoring(keys);
            }
            tell(TiesEvent.Action.POST_ADD, keys);
        });
    }

    /// Unties rows; those that are not tied are passed over.
    void remove(Collection<?> targets) {
        Set<Object> keys = keysOf(targets);
        if (keys.isEmpty()) {
            return;
        }
        tell(TiesEvent.Action.PRE_REMOVE, keys);
        for (List<Object> chunk : Keys.chunks(keys, MOST_ROWS)) {
            delete(chunk);
        }
        tell(TiesEvent.Action.POST_REMOVE, keys);
    }

    void clear() {
        tell(TiesEvent.Action.PRE_CLEAR, Set.of());
        String sql = "DELETE FROM " + table() + " WHERE " + is(through.from());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(owner);
        if (relation.symmetrical()) {
            sql += " OR " + is(through.to());
            values.add(owner);
        }
        database.update(statement(sql, values.size()), values.toArray());
        tell(TiesEvent.Action.POST_CLEAR, Set.of());
    }

    /// Ties these rows and no others, in as few changes as can be.
    void set(Collection<?> targets, Map<String, ?> values) {
        Set<Object> wanted = keysOf(targets);
        Transaction.atomic(() -> {
            Set<Object> gone = tied(null);
            Set<Object> added = new LinkedHashSet<>(wanted);
            added.removeAll(gone);
            gone.removeAll(wanted);
            remove(gone);
            add(added, values);
        });
    }

    private void tell(TiesEvent.Action action, Set<Object> keys) {
        ModelSignals.ties(object, relation, action, keys, database.alias());
    }

    private void insertIgnoring(Set<Object> keys) {
        List<Object[]> rows = new ArrayList<>();
        for (Object key : keys) {
            rows.add(new Object[] {owner, key});
            if (relation.symmetrical() && !key.equals(owner)) {
                rows.add(new Object[] {key, owner});
            }
        }
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            insert(rows.subList(from, Math.min(rows.size(), from + MOST_ROWS)));
        }
    }

    private void insert(List<Object[]> rows) {
        String marks = String.join(", ", Collections.nCopies(rows.size(), "(?, ?)"));
        List<@Nullable Object> values = new ArrayList<>();
        for (Object[] row : rows) {
            values.add(row[0]);
            values.add(row[1]);
        }
        String sql =
                ConflictWords.insertIgnoring(dialect)
                        + table()
                        + " ("
                        + dialect.quote(through.from())
                        + ", "
                        + dialect.quote(through.to())
                        + ") VALUES "
                        + marks
                        + ConflictWords.ignoring(dialect);
        database.update(statement(sql, values.size()), values.toArray());
    }

    /// {@return the keys of rows that are tied}
    ///
    /// @param among of which rows, or `null` for all
    private Set<Object> tied(@Nullable Set<Object> among) {
        String sql =
                "SELECT "
                        + dialect.quote(through.to())
                        + " FROM "
                        + table()
                        + " WHERE "
                        + is(through.from());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(owner);
        if (among != null && among.size() <= MOST_ROWS) {
            sql += " AND " + dialect.quote(through.to()) + " IN (" + marks(among.size()) + ")";
            values.addAll(among);
        }
        ModelMapping<?> target = relation.target().get();
        return database.query(
                statement(sql, values.size()),
                values.toArray(),
                (result, row) -> {
                    Set<Object> keys = new HashSet<>();
                    while (result.next()) {
                        Object found = dialect.read(row, 1, target.sqlType(target.keyNumbers()[0]));
                        keys.add(asKey(Objects.requireNonNull(found)));
                    }
                    return keys;
                });
    }

    private void delete(List<Object> keys) {
        String marks = marks(keys.size());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(owner);
        values.addAll(keys);
        String sql =
                "DELETE FROM "
                        + table()
                        + " WHERE ("
                        + is(through.from())
                        + " AND "
                        + dialect.quote(through.to())
                        + " IN ("
                        + marks
                        + "))";
        if (relation.symmetrical()) {
            sql +=
                    " OR ("
                            + is(through.to())
                            + " AND "
                            + dialect.quote(through.from())
                            + " IN ("
                            + marks
                            + "))";
            values.add(owner);
            values.addAll(keys);
        }
        database.update(statement(sql, values.size()), values.toArray());
    }

    private static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }

    private String table() {
        return dialect.quote(through.table());
    }

    private String is(String column) {
        return dialect.quote(column) + " = ?";
    }

    private SqlStatement statement(String sql, int parameters) {
        return new SqlStatement(
                sql, Collections.nCopies(parameters, new SqlStatement.Parameter(null, false)));
    }

    /// Databases give whole numbers back in the width of the column; keys are compared as numbers.
    private static Object asKey(Object found) {
        return found instanceof Number number ? Long.valueOf(number.longValue()) : found;
    }

    /// {@return the keys of objects; what is no object is a key itself}
    private static Set<Object> keysOf(Collection<?> targets) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Object target : targets) {
            Objects.requireNonNull(target, "A row is tied, not null.");
            keys.add(target instanceof Entity entity ? keyOf(entity) : asKey(target));
        }
        return keys;
    }

    private static Object keyOf(Entity entity) {
        Object key = Keys.of(entity);
        if (key == null) {
            throw new DetachedRelationException();
        }
        return asKey(key);
    }
}
