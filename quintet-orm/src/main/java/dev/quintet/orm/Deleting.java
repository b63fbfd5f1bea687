package dev.quintet.orm;

import dev.quintet.kernel.context.Context;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.state.RelationState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Deletes rows and those that go with them: first it finds all that goes, then it deletes, those
/// that lead to others before these. Django: `Collector`.
final class Deleting {

    private static final int MOST_KEYS = 500;

    private final Database database;
    private final List<ModelMapping<?>> models;
    private final Map<ModelMapping<?>, Set<Object>> going = new LinkedHashMap<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /// Rows that may only go by another cascade.
    private record Restriction(
            ModelMapping<?> protectedModel,
            ModelMapping<?> model,
            FieldState field,
            Set<Object> keys) {}

    private Deleting(Database database, ModelMapping<?> root) {
        this.database = database;
        this.models = known(root);
    }

    static DeletedRows delete(Entity entity) {
        ModelMapping<?> mapping = Mappings.of(entity);
        Object key = Keys.of(entity);
        if (key == null) {
            throw new DetachedRelationException();
        }
        DeletedRows deleted =
                delete(
                        QuerySet.of(mapping)
                                .using(Relations.databaseOf(entity))
                                .filter(Loading.byKey(mapping, key)));
        entity.state = null;
        return deleted;
    }

    static DeletedRows delete(QuerySet<?> rows) {
        var deleting = new Deleting(rows.database(), rows.mapping());
        try (var block = Transaction.atomicOn(rows.alias())) {
            deleting.collect(rows.mapping(), deleting.keys(rows.tree()));
            deleting.refuseRestricted();
            DeletedRows deleted = deleting.deleteAll();
            block.commit();
            return deleted;
        }
    }

    /// The models of the site; without one, those that the model's own relations lead to.
    private static List<ModelMapping<?>> known(ModelMapping<?> root) {
        Context context = Context.find();
        var site = context == null ? null : context.find(Models.KEY).orElse(null);
        Set<ModelMapping<?>> all = new LinkedHashSet<>();
        if (site != null) {
            all.addAll(site.list());
        }
        reach(root, all);
        return List.copyOf(all);
    }

    private static void reach(ModelMapping<?> model, Set<ModelMapping<?>> all) {
        if (all.add(model)) {
            model.relations().forEach(relation -> reach(relation.target().get(), all));
        }
    }

    private void collect(ModelMapping<?> model, Set<Object> keys) {
        Set<Object> known = going.computeIfAbsent(model, _ -> new LinkedHashSet<>());
        Set<Object> found = new LinkedHashSet<>(keys);
        found.removeAll(known);
        if (found.isEmpty()) {
            return;
        }
        known.addAll(found);
        for (ModelMapping<?> other : models) {
            for (FieldState field : other.columns()) {
                RelationState relation = field.relation();
                if (relation != null && relation.target().equals(model.state().label())) {
                    follow(model, found, other, field, relation.onDelete());
                }
            }
        }
    }

    private void follow(
            ModelMapping<?> model,
            Set<Object> keys,
            ModelMapping<?> other,
            FieldState field,
            OnDelete rule) {
        switch (rule) {
            case CASCADE -> collect(other, leading(other, field, keys));
            case PROTECT -> {
                Set<Object> kept = leading(other, field, keys);
                if (!kept.isEmpty()) {
                    throw protectedBy(model, other, field, kept.size());
                }
            }
            case RESTRICT -> {
                Set<Object> kept = leading(other, field, keys);
                if (!kept.isEmpty()) {
                    restrictions.add(new Restriction(model, other, field, kept));
                }
            }
            case SET_NULL -> set(other, field, keys, null);
            case SET_DEFAULT -> set(other, field, keys, prototypeValue(other, field));
            case DO_NOTHING -> {
                // The database decides.
            }
        }
    }

    private void refuseRestricted() {
        for (Restriction one : restrictions) {
            Set<Object> kept = new LinkedHashSet<>(one.keys());
            kept.removeAll(going.getOrDefault(one.model(), Set.of()));
            if (!kept.isEmpty()) {
                throw protectedBy(one.protectedModel(), one.model(), one.field(), kept.size());
            }
        }
    }

    private static ProtectedException protectedBy(
            ModelMapping<?> model, ModelMapping<?> other, FieldState field, int rows) {
        return new ProtectedException(model, other.state().label() + "." + field.name(), rows);
    }

    private Set<Object> leading(ModelMapping<?> other, FieldState field, Set<Object> keys) {
        Set<Object> found = new LinkedHashSet<>();
        for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
            found.addAll(keys(Select.from(other).filter(among(field.name(), chunk))));
        }
        return found;
    }

    private Set<Object> keys(Select rows) {
        if (rows.none()) {
            return Set.of();
        }
        Node key = new Node.Field(FieldPath.of(rows.model().key().name()));
        List<Object> found =
                Selection.column(rows.joining(List.of()).selecting(List.of(key)), database.alias())
                        .load();
        return new LinkedHashSet<>(found);
    }

    private static <M extends Entity> @Nullable Object prototypeValue(
            ModelMapping<M> model, FieldState field) {
        return model.stored(model.create(), model.number(field.name()));
    }

    private void set(
            ModelMapping<?> other, FieldState field, Set<Object> keys, @Nullable Object value) {
        for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
            Plans.Ready ready =
                    Plans.update(
                            database.dialect(),
                            Select.from(other).filter(among(field.name(), chunk)),
                            List.of(FieldPath.of(field.name())),
                            List.of(new Node.Value(value)),
                            Loading::keyOf);
            database.update(ready.plan().statement(), ready.values());
        }
    }

    private DeletedRows deleteAll() {
        List<ModelMapping<?>> order = new ArrayList<>(going.keySet());
        for (ModelMapping<?> model : order.reversed()) {
            Set<Object> keys = going.getOrDefault(model, Set.of());
            for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
                untie(model, chunk);
                Plans.Ready ready =
                        Plans.plan(
                                database.dialect(),
                                Plans.Purpose.DELETE,
                                Select.from(model).filter(among(model.key().name(), chunk)),
                                Loading::keyOf);
                count(
                        model.state().label(),
                        database.update(ready.plan().statement(), ready.values()));
            }
        }
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new DeletedRows(total, counts);
    }

    /// Deletes what ties these rows to others by tables between.
    private void untie(ModelMapping<?> model, List<Object> keys) {
        for (ModelMapping<?> other : models) {
            for (ModelRelation relation : other.relations()) {
                RelationState.Through through = relation.through();
                boolean declared = other.state().find(relation.name()) != null;
                if (through == null || !declared) {
                    continue;
                }
                String label = other.state().label() + "_" + relation.name();
                if (other.equals(model)) {
                    deleteThrough(label, through.table(), through.from(), keys);
                }
                if (relation.target().get().equals(model)) {
                    deleteThrough(label, through.table(), through.to(), keys);
                }
            }
        }
    }

    private void deleteThrough(String label, String table, String column, List<Object> keys) {
        Dialect dialect = database.dialect();
        String marks = String.join(", ", java.util.Collections.nCopies(keys.size(), "?"));
        String sql =
                "DELETE FROM "
                        + dialect.quote(table)
                        + " WHERE "
                        + dialect.quote(column)
                        + " IN ("
                        + marks
                        + ")";
        var parameters =
                java.util.Collections.nCopies(keys.size(), new SqlStatement.Parameter(null, false));
        count(label, database.update(new SqlStatement(sql, parameters), keys.toArray()));
    }

    private void count(String label, int rows) {
        if (rows > 0) {
            counts.merge(label, (long) rows, Long::sum);
        }
    }

    private static Node among(String field, List<Object> keys) {
        return new Node.In(new Node.Field(FieldPath.of(field)), keys);
    }
}
