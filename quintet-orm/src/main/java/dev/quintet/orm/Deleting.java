package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.sql.Dialect;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Deletes rows and those that go with them: first it finds all that goes, then it deletes, those
/// that lead to others before these. Django: `Collector`.
@SuppressWarnings(
        "ReferenceEquality") // identity is meant: one mapping a model, and parts that stayed
// themselves
final class Deleting {

    private static final int MOST_KEYS = 500;

    private final Database database;
    private final Object origin;
    private final ModelMapping<?> root;
    private final Leaders leaders;
    private final Map<ModelMapping<?>, Set<Object>> going = new LinkedHashMap<>();
    private final List<Lead> restrictions = new ArrayList<>();
    private final List<Lead> directly = new ArrayList<>();
    private final List<Select> unasked = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /// Rows of a model that lead to rows that go.
    ///
    /// @param from the model whose field leads
    /// @param to the model that it leads to
    /// @param keys of the rows that lead, or, for those deleted directly, of those that go
    private record Lead(
            ModelMapping<?> from, FieldState field, ModelMapping<?> to, Set<Object> keys) {}

    /// What rows that lead to those that go lead to instead.
    private record Change(
            ModelMapping<?> from, FieldState field, Set<Object> keys, @Nullable Object value) {}

    private Deleting(Database database, ModelMapping<?> root, Object origin) {
        this.database = database;
        this.root = root;
        this.origin = origin;
        this.leaders = Leaders.known(root);
    }

    static DeletedRows delete(Entity entity) {
        ModelMapping<?> mapping = Mappings.of(entity);
        Object key = Keys.of(entity);
        if (key == null) {
            throw new DetachedRelationException();
        }
        QuerySet<?> rows =
                QuerySet.of(mapping)
                        .using(Routed.forWrite(mapping, entity))
                        .filter(Loading.byKey(mapping, key));
        var deleting = new Deleting(rows.database(), mapping, entity);
        DeletedRows deleted = deleting.run(rows, Set.of(key));
        entity.state = null;
        return deleted;
    }

    static DeletedRows delete(QuerySet<?> rows) {
        return new Deleting(Databases.current().get(rows.writeAlias()), rows.mapping(), rows)
                .run(rows, null);
    }

    private DeletedRows run(QuerySet<?> rows, @Nullable Set<Object> known) {
        if (rows.tree().none()) {
            return new DeletedRows(0, Map.of());
        }
        ModelMapping<?> model = root.concrete();
        if (known == null && leaders.nothingFollows(model)) {
            count(root.state().label(), execute(rows.tree()));
            return deleted();
        }
        try (var block = Transaction.atomicOn(database.alias())) {
            collect(model, known == null ? keys(rows.tree()) : known);
            refuseRestricted();
            deleteAll();
            block.commit();
        }
        return deleted();
    }

    private DeletedRows deleted() {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new DeletedRows(total, counts);
    }

    private void collect(ModelMapping<?> model, Set<Object> keys) {
        for (ModelMapping<?> level : Saving.levels(model)) {
            Set<Object> known = going.computeIfAbsent(level, _ -> new LinkedHashSet<>());
            Set<Object> found = new LinkedHashSet<>(keys);
            found.removeAll(known);
            if (found.isEmpty()) {
                continue;
            }
            known.addAll(found);
            for (Leaders.Key key : leaders.of(level)) {
                if (key.relation().parentLink() && Saving.levels(model).contains(key.from())) {
                    continue;
                }
                follow(level, found, key);
            }
            for (ModelRelation relation : leaders.generic(level)) {
                followGeneric(level, found, relation);
            }
        }
    }

    private void follow(ModelMapping<?> model, Set<Object> keys, Leaders.Key key) {
        ModelMapping<?> other = key.from();
        FieldState field = key.field();
        switch (key.relation().onDelete()) {
            case CASCADE -> cascade(model, keys, key);
            case PROTECT -> {
                Set<Object> kept = leading(other, field, keys);
                if (!kept.isEmpty()) {
                    throw ProtectedException.of(model, other, field, kept, database, false);
                }
            }
            case RESTRICT -> {
                Set<Object> kept = leading(other, field, keys);
                if (!kept.isEmpty()) {
                    restrictions.add(new Lead(other, field, model, kept));
                }
            }
            case SET_NULL -> changes.add(new Change(other, field, keys, null));
            case SET_DEFAULT ->
                    changes.add(new Change(other, field, keys, prototypeValue(other, field)));
            case SET -> changes.add(new Change(other, field, keys, replacement(other, field)));
            case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> {
                // The database decides.
            }
        }
    }

    private void cascade(ModelMapping<?> model, Set<Object> keys, Leaders.Key key) {
        if (leaders.nothingFollows(key.from()) && !leaders.restricts(key.from())) {
            directly.add(new Lead(key.from(), key.field(), model, keys));
            return;
        }
        Set<Object> found = leading(key.from(), key.field(), keys);
        boolean tied = database.dialect().deferrable().isEmpty() && key.field().nullable();
        if (tied && !found.isEmpty()) {
            // Where keys are held at once, rows in a circle must let go of each other first.
            changes.add(new Change(key.from(), key.field(), keys, null));
        }
        collect(key.from(), found);
    }

    /// What leads here by the name of the model goes with its rows, as in Django.
    private void followGeneric(ModelMapping<?> model, Set<Object> keys, ModelRelation relation) {
        GenericTie tie = Objects.requireNonNull(relation.generic());
        ModelMapping<?> other = relation.target().get().concrete();
        Node ofModel = GenericRows.ofModel(relation, model, database.alias());
        Set<Object> kept = new LinkedHashSet<>();
        keys.forEach(key -> kept.add(GenericRows.kept(other, tie, model, key)));
        Set<Object> found = new LinkedHashSet<>();
        boolean last = leaders.nothingFollows(other) && !leaders.restricts(other);
        for (List<Object> chunk : Keys.chunks(kept, MOST_KEYS)) {
            Node among = among(tie.key(), chunk);
            Select rows = Select.from(other).filter(new Node.And(List.of(ofModel, among)));
            if (last) {
                unasked.add(rows);
            } else {
                found.addAll(keys(rows));
            }
        }
        collect(other, found);
    }

    private void refuseRestricted() {
        for (Lead one : restrictions) {
            Set<Object> kept = new LinkedHashSet<>(one.keys());
            kept.removeAll(going.getOrDefault(one.from(), Set.of()));
            if (!kept.isEmpty()) {
                throw ProtectedException.of(
                        one.to(), one.from(), one.field(), kept, database, true);
            }
        }
    }

    private Set<Object> leading(ModelMapping<?> other, FieldState field, Set<Object> keys) {
        Set<Object> found = new LinkedHashSet<>();
        for (List<Object> chunk : chunks(other, field, keys)) {
            found.addAll(keys(Select.from(other).filter(among(field.name(), chunk))));
        }
        return found;
    }

    /// What a field keeps of rows, in chunks: their keys, unless it keeps another of their values.
    private List<List<Object>> chunks(ModelMapping<?> other, FieldState field, Set<Object> keys) {
        ModelRelation relation = other.relation(field.name());
        if (relation == null || relation.toField() == null) {
            return Keys.chunks(keys, MOST_KEYS);
        }
        Set<Object> kept = new LinkedHashSet<>();
        ModelMapping<?> target = relation.target().get();
        for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
            Node value = new Node.Field(FieldPath.of(relation.toField()));
            Select rows = Select.from(target).filter(KeyNodes.among(target, chunk));
            kept.addAll(values(rows, List.of(value)));
        }
        return Keys.chunks(kept, MOST_KEYS);
    }

    private Set<Object> keys(Select rows) {
        return rows.none() ? Set.of() : values(rows, KeyNodes.of(rows.model()));
    }

    private Set<Object> values(Select rows, List<Node> columns) {
        List<Object> found =
                Selection.<Object>made(
                                rows.joining(List.of()).selecting(columns),
                                database.alias(),
                                KeyNodes::key)
                        .load();
        found.removeIf(Objects::isNull);
        return new LinkedHashSet<>(found);
    }

    private static <M extends Entity> @Nullable Object prototypeValue(
            ModelMapping<M> model, FieldState field) {
        return field.hasColumn()
                ? model.stored(model.create(), model.number(field.name()))
                : Relations.toOne(model.blank(), field.name()).key();
    }

    private static <M extends Entity> @Nullable Object replacement(
            ModelMapping<M> model, FieldState field) {
        M prototype = model.blank();
        if (model.holder(prototype, field.name()) instanceof ToOne<?> place) {
            Entity target = place.replacement();
            ModelRelation relation = model.relation(field.name());
            return target == null || relation == null ? null : relation.keptOf(target);
        }
        return null;
    }

    private void deleteAll() {
        var objects = DeletedObjects.of(going, database, origin);
        objects.before();
        for (Change change : changes) {
            for (List<Object> chunk : chunks(change.from(), change.field(), change.keys())) {
                set(change, chunk);
            }
        }
        for (Lead lead : directly) {
            for (List<Object> chunk : chunks(lead.from(), lead.field(), lead.keys())) {
                Select rows = Select.from(lead.from()).filter(among(lead.field().name(), chunk));
                count(lead.from().state().label(), execute(rows));
            }
        }
        for (Select rows : unasked) {
            count(rows.model().state().label(), execute(rows));
        }
        for (ModelMapping<?> model : leaders.inOrder(going.keySet())) {
            Set<Object> keys = going.getOrDefault(model, Set.of());
            for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
                untie(model, chunk);
                String label =
                        model.equals(root.concrete())
                                ? root.state().label()
                                : model.state().label();
                count(label, execute(Select.from(model).filter(KeyNodes.among(model, chunk))));
            }
        }
        objects.after();
    }

    private int execute(Select rows) {
        Plans.Ready ready =
                Plans.plan(database.dialect(), Plans.Purpose.DELETE, rows, Loading::keyOf);
        return database.update(ready.plan().statement(), ready.values());
    }

    private void set(Change change, List<Object> keys) {
        Plans.Ready ready =
                Plans.update(
                        database.dialect(),
                        Select.from(change.from()).filter(among(change.field().name(), keys)),
                        List.of(FieldPath.of(change.field().name())),
                        List.of(new Node.Value(change.value())),
                        Loading::keyOf);
        database.update(ready.plan().statement(), ready.values());
    }

    /// Deletes what ties these rows to others by tables between.
    private void untie(ModelMapping<?> model, List<Object> keys) {
        for (Leaders.Tie tie : leaders.ties()) {
            List<String> columns = new ArrayList<>(2);
            if (tie.from().equals(model)) {
                columns.add(tie.through().from());
            }
            if (tie.to().equals(model)) {
                columns.add(tie.through().to());
            }
            if (!columns.isEmpty()) {
                deleteThrough(tie.label(), tie.through().table(), columns, keys);
            }
        }
    }

    /// Deletes the rows of a table between that name these keys in one of the columns.
    private void deleteThrough(
            String label, String table, List<String> columns, List<Object> keys) {
        Dialect dialect = database.dialect();
        String among = " IN (" + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")";
        String sql =
                columns.stream()
                        .map(column -> dialect.quote(column) + among)
                        .collect(
                                Collectors.joining(
                                        " OR ",
                                        "DELETE FROM " + dialect.quote(table) + " WHERE ",
                                        ""));
        List<Object> values = new ArrayList<>(keys.size() * columns.size());
        columns.forEach(_ -> values.addAll(keys));
        var parameters =
                Collections.nCopies(values.size(), new SqlStatement.Parameter(null, false));
        count(label, database.update(new SqlStatement(sql, parameters), values.toArray()));
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
