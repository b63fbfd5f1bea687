package dev.quintet.orm;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Loads what a query wants behind its rows, step by step, each step in one statement for all rows.
final class Prefetching {

    private static final String OWNER = "+owner";
    private static final int MOST_KEYS = 1_000;

    private Prefetching() {}

    static void all(List<? extends Entity> rows, List<Prefetch> wanted) {
        for (Prefetch one : wanted) {
            one(rows, one);
        }
    }

    private static void one(List<? extends Entity> rows, Prefetch wanted) {
        List<String> names = wanted.path().names();
        List<? extends Entity> at = rows;
        for (int i = 0; i < names.size() && !at.isEmpty(); i++) {
            boolean last = i == names.size() - 1;
            if (last && !wanted.byModel().isEmpty()) {
                GenericRows.load(at, names.get(i), wanted.byModel());
            } else if (last && (wanted.rows() != null || wanted.name() != null)) {
                part(at, names.get(i), wanted);
            } else {
                at = step(at, names.get(i));
            }
        }
    }

    private static List<? extends Entity> step(List<? extends Entity> at, String name) {
        Object kept = Entity.annotationNamed(at.getFirst(), name);
        if (kept instanceof List<?>) {
            List<Entity> next = new ArrayList<>();
            for (Entity row : at) {
                if (Entity.annotationNamed(row, name) instanceof List<?> some) {
                    some.forEach(one -> next.add((Entity) one));
                }
            }
            return next;
        }
        if (!Mappings.of(at.getFirst()).leadsAnywhere(name)) {
            relation(at.getFirst(), name);
        }
        return Relations.prefetchStep(at, name);
    }

    private static ModelRelation relation(Entity first, String name) {
        ModelMapping<?> mapping = Mappings.of(first);
        ModelRelation relation = mapping.relation(name);
        if (relation == null) {
            List<String> known = mapping.relations().stream().map(ModelRelation::name).toList();
            throw new QueryException(
                    Problem.of(
                                    "orm.E127",
                                    "'"
                                            + name
                                            + "' of "
                                            + mapping.state().name()
                                            + " is no relation to prefetch.")
                            .because("Those are: " + String.join(", ", known) + ".")
                            .fixedBy(Nearest.question(name, known)));
        }
        return relation;
    }

    /// Loads the part of a relation that a query finds.
    private static void part(List<? extends Entity> owners, String name, Prefetch wanted) {
        ModelRelation relation = relation(owners.getFirst(), name);
        QuerySet<?> rows = wanted.rows();
        QuerySet<?> asked = rows == null ? QuerySet.of(relation.target().get()) : rows;
        if (relation.kind() == ModelRelation.Kind.TO_ONE) {
            toOne(owners, relation, asked, wanted.name());
        } else {
            toMany(owners, relation, asked, wanted.name());
        }
    }

    private static void toOne(
            List<? extends Entity> owners,
            ModelRelation relation,
            QuerySet<?> asked,
            @Nullable String name) {
        Map<Object, Entity> byKey = new HashMap<>();
        Set<Object> keys =
                owners.stream()
                        .map(owner -> Relations.toOne(owner, relation.name()).key())
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
        for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
            for (Entity found : asked.filter(KeyNodes.kept(relation, chunk))) {
                byKey.put(Objects.requireNonNull(relation.keptOf(found)), found);
            }
        }
        for (Entity owner : owners) {
            Object key = Relations.toOne(owner, relation.name()).key();
            Entity found = key == null ? null : byKey.get(key);
            if (name == null) {
                Relations.toOne(owner, relation.name()).take(found);
            } else {
                keep(owner, name, found);
            }
        }
    }

    private static <T extends Entity> void toMany(
            List<? extends Entity> owners,
            ModelRelation relation,
            QuerySet<T> asked,
            @Nullable String name) {
        FieldPath back = Relations.wayBack(Mappings.of(owners.getFirst()), relation);
        Map<Object, List<Entity>> rowsOf = new HashMap<>();
        for (Entity owner : owners) {
            rowsOf.put(Relations.ownKey(owner, relation), new ArrayList<>());
        }
        for (List<Object> chunk : Keys.chunks(rowsOf.keySet(), MOST_KEYS)) {
            Node tie = new Node.In(new Node.Field(back), chunk);
            Node all =
                    relation.generic() == null
                            ? tie
                            : new Node.And(
                                    List.of(
                                            tie,
                                            GenericRows.ofModel(
                                                    relation,
                                                    Mappings.of(owners.getFirst()),
                                                    Relations.databaseOf(owners.getFirst()))));
            boolean parted = parted(relation);
            Select tree = slicedForEach(asked.tree(), wayBack(back, relation), all);
            if (!parted) {
                tree = tree.annotated(OWNER, new Node.Field(back), true);
            }
            for (Entity found : asked.with(tree)) {
                Object key =
                        parted
                                ? Relations.toOne(found, back.names().getFirst()).key()
                                : Entity.annotationNamed(found, OWNER);
                List<Entity> rows = rowsOf.get(key);
                if (rows != null) {
                    rows.add(found);
                }
            }
        }
        for (Entity owner : owners) {
            List<Entity> found =
                    Objects.requireNonNull(rowsOf.get(Relations.ownKey(owner, relation)));
            if (name == null) {
                Relations.toMany(owner, relation.name()).take(found);
            } else {
                keep(owner, name, List.copyOf(found));
            }
        }
    }

    /// Whether what leads to the owners is kept in several columns.
    private static boolean parted(ModelRelation relation) {
        return relation.field() != null
                && relation.generic() == null
                && relation.target().get().parted(relation.field()) != null;
    }

    /// The columns that tell owners apart.
    private static List<Node> wayBack(FieldPath back, ModelRelation relation) {
        return parted(relation)
                ? relation.backFields().stream()
                        .<Node>map(field -> new Node.Field(FieldPath.of(field.name())))
                        .toList()
                : List.of(new Node.Field(back));
    }

    /// A slice is one for each owner: rows are numbered owner by owner, and the numbers filtered.
    private static Select slicedForEach(Select asked, List<Node> back, Node tie) {
        if (!asked.sliced()) {
            return asked.filter(tie);
        }
        Select all = asked.unsliced().filter(tie);
        var order = QuerySet.of(asked.model()).with(asked).effectiveOrder();
        Node number = new Node.Window(new Node.Call("row_number", List.of()), back, order, null);
        List<Node> within = new ArrayList<>();
        if (asked.offset() > 0) {
            within.add(new Node.Compare(Lookup.GT, number, new Node.Value(asked.offset())));
        }
        if (asked.limit() != null) {
            within.add(
                    new Node.Compare(
                            Lookup.LTE, number, new Node.Value(asked.offset() + asked.limit())));
        }
        return all.filter(new Node.And(within));
    }

    static void keep(Entity owner, String name, @Nullable Object value) {
        EntityState state = owner.state;
        if (state != null) {
            state.annotations = EntityState.Annotations.with(state.annotations, name, value);
        }
    }
}
