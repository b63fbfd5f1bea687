package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Loads what relations lead to: for one object, for the rows that came with it, or for a whole
/// result.
final class Relations {

    private static final int MOST_KEYS = 1_000;
    private static final String OWNER = "+owner";

    private Relations() {}

    /// {@return the model at the end of a path of relations}
    static ModelMapping<?> targetOf(ModelMapping<?> root, FieldPath path) {
        ModelMapping<?> at = root;
        for (String name : path.names()) {
            at = relation(at, name).target().get();
        }
        return at;
    }

    private static ModelRelation relation(ModelMapping<?> model, String name) {
        ModelRelation relation = model.relation(name);
        if (relation == null) {
            throw new UnknownFieldException(model.state().name(), name, model.names());
        }
        return relation;
    }

    /// {@return the row that a relation is known to lead to}
    static @Nullable Entity loadedOne(Entity at, String name) {
        if (!hasPlace(Mappings.of(at), name)) {
            return (Entity) Entity.annotationNamed(at, name);
        }
        return switch (holder(at, name)) {
            case ToOne<?> key -> key.loadedTarget();
            case RelatedOne<?> one -> one.isLoaded() ? one.find().orElse(null) : null;
            case Related<?> _, ManyToMany<?> _, GenericForeignKey<?> _ -> null;
        };
    }

    /// A relation that no field of the object declares has no place in it.
    static boolean hasPlace(ModelMapping<?> mapping, String relation) {
        List<ModelRelation> declared = mapping.relations();
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).name().equals(relation)) {
                return true;
            }
        }
        return false;
    }

    static ModelRelation.Holder holder(Entity entity, String relation) {
        return holder(Mappings.of(entity), entity, relation);
    }

    private static <M extends Entity> ModelRelation.Holder holder(
            ModelMapping<M> mapping, Entity entity, String relation) {
        return mapping.holder(mapping.type().cast(entity), relation);
    }

    static ToOne<?> toOne(Entity entity, String relation) {
        return switch (holder(entity, relation)) {
            case ToOne<?> key -> key;
            default -> throw new IllegalStateException(relation + " leads to many rows.");
        };
    }

    static ToMany<?> toMany(Entity entity, String relation) {
        return switch (holder(entity, relation)) {
            case ToMany<?> rows -> rows;
            default -> throw new IllegalStateException(relation + " leads to one row.");
        };
    }

    static void forget(ModelRelation.Holder holder) {
        switch (holder) {
            case ToMany<?> rows -> rows.forget();
            case ToOne<?> key -> key.take(null);
            case GenericForeignKey<?> row -> row.forget();
        }
    }

    /// {@return the rows that a fetch mode loads a relation for when one of them is touched}
    private static List<? extends Entity> together(Entity owner, ModelRelation relation) {
        return together(owner, relation.name(), !relation.many());
    }

    /// @param joinable whether a query can join in what the relation leads to
    static List<? extends Entity> together(Entity owner, String relation, boolean joinable) {
        EntityState state = owner.state;
        Peers peers = state == null ? null : state.origin.peers();
        if (peers == null) {
            return List.of(owner);
        }
        return switch (peers.mode()) {
            case PEERS -> peers.rows();
            case ONE -> List.of(owner);
            case RAISE ->
                    throw new QueryException(
                            Problem.of(
                                            "orm.E049",
                                            Mappings.of(owner).state().name()
                                                    + "."
                                                    + relation
                                                    + " was touched, but not loaded.")
                                    .because("The fetch mode is RAISE.")
                                    .fixedBy(
                                            "Ask for it with the query: "
                                                    + (joinable
                                                            ? "selectRelated."
                                                            : "prefetchRelated.")));
        };
    }

    static void loadToOne(Entity owner, ModelRelation relation) {
        loadToOne(together(owner, relation), relation, databaseOf(owner));
    }

    private static void loadToOne(
            List<? extends Entity> owners, ModelRelation relation, String database) {
        List<ToOne<?>> open = new ArrayList<>();
        Set<Object> keys = new LinkedHashSet<>();
        for (Entity owner : owners) {
            ToOne<?> place = toOne(owner, relation.name());
            Object key = place.key();
            if (key != null && !place.isLoaded()) {
                open.add(place);
                keys.add(key);
            }
        }
        Map<Object, Entity> byKey = new HashMap<>();
        ModelMapping<?> target = relation.target().get();
        for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
            Node among = KeyNodes.kept(relation, chunk);
            for (Entity found :
                    QuerySet.of(target).using(Routed.near(database)).filter(among).orderBy()) {
                byKey.put(Objects.requireNonNull(relation.keptOf(found)), found);
            }
        }
        for (ToOne<?> place : open) {
            place.take(byKey.get(place.key()));
        }
    }

    /// {@return the rows that a relation leads to, as a query}
    @SuppressWarnings("unchecked") // the relation of a Related<T> leads to T
    static <T extends Entity> QuerySet<T> toMany(Entity owner, ModelRelation relation) {
        QuerySet<T> all = (QuerySet<T>) QuerySet.of(relation.target().get());
        Object key = keptBy(owner, relation);
        if (key == null) {
            throw new DetachedRelationException();
        }
        Node tie =
                new Node.Compare(
                        Lookup.EXACT,
                        new Node.Field(wayBack(Mappings.of(owner), relation)),
                        new Node.Value(key));
        all = all.using(Routed.near(databaseOf(owner))).filter(tie);
        return relation.generic() == null
                ? all
                : all.filter(GenericRows.ofModel(relation, Mappings.of(owner), databaseOf(owner)));
    }

    /// {@return what the rows on the other side keep of the owner}
    static @Nullable Object keptBy(Entity owner, ModelRelation relation) {
        if (relation.field() == null) {
            return Keys.of(owner);
        }
        GenericTie tie = relation.generic();
        if (tie != null) {
            return GenericRows.kept(relation.target().get(), tie, owner);
        }
        ModelRelation key = relation.target().get().relation(relation.field());
        return key == null ? Keys.of(owner) : key.keptOf(owner);
    }

    static void loadToMany(Entity owner, ModelRelation relation) {
        loadToMany(together(owner, relation), relation, databaseOf(owner));
    }

    private static void loadToMany(
            List<? extends Entity> owners, ModelRelation relation, String database) {
        Map<Object, List<Entity>> rowsOf = new HashMap<>();
        Map<Object, Entity> ownerOf = new HashMap<>();
        List<Entity> open = new ArrayList<>();
        for (Entity owner : owners) {
            Object key = keptBy(owner, relation);
            if (key == null) {
                throw new DetachedRelationException();
            }
            if (!toMany(owner, relation.name()).isLoaded()) {
                open.add(owner);
                rowsOf.put(key, new ArrayList<>());
                ownerOf.put(key, owner);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        ModelMapping<?> model = Mappings.of(open.getFirst());
        FieldPath back = wayBack(model, relation);
        for (List<Object> chunk : Keys.chunks(rowsOf.keySet(), MOST_KEYS)) {
            GenericTie tie = relation.generic();
            boolean placed = tie == null && hasPlace(relation.target().get(), relation);
            for (Entity found : tied(model, relation, back, chunk, database)) {
                ToOne<?> place = placed ? toOne(found, String.valueOf(relation.field())) : null;
                Object key = place == null ? ownerKey(found, relation) : place.key();
                List<Entity> rows = rowsOf.get(key);
                Entity owner = ownerOf.get(key);
                if (rows != null) {
                    rows.add(found);
                }
                if (tie != null && owner != null) {
                    GenericRows.place(found, tie.name()).take(owner);
                } else if (place != null && owner != null) {
                    place.take(owner);
                }
            }
        }
        for (Entity owner : open) {
            toMany(owner, relation.name())
                    .take(
                            Objects.requireNonNull(
                                    rowsOf.get(Objects.requireNonNull(keptBy(owner, relation)))));
        }
    }

    private static List<? extends Entity> tied(
            ModelMapping<?> model,
            ModelRelation relation,
            FieldPath back,
            List<Object> keys,
            String database) {
        ModelMapping<?> target = relation.target().get();
        Node tie = new Node.In(new Node.Field(back), keys);
        Select tree = Select.from(target).filter(tie);
        if (relation.generic() != null) {
            tree = tree.filter(GenericRows.ofModel(relation, model, database));
        }
        if (relation.kind() == ModelRelation.Kind.MANY_TO_MANY) {
            tree = tree.annotated(new Select.Annotation(OWNER, new Node.Field(back)));
        }
        return Loading.entities(Databases.current().get(database), target, tree, List.of(), null);
    }

    private static Object ownerKey(Entity found, ModelRelation relation) {
        GenericTie tie = relation.generic();
        Object key =
                tie != null
                        ? GenericRows.key(found, tie)
                        : relation.field() == null
                                ? Entity.annotationNamed(found, OWNER)
                                : Keys.of(found);
        return Objects.requireNonNull(key, "A row that was found by its owner has one.");
    }

    /// The tie of a model to the one that it extends has no place in its objects: it is their key.
    private static boolean hasPlace(ModelMapping<?> mapping, ModelRelation relation) {
        String field = relation.field();
        return field != null
                && (mapping.parent() == null || !mapping.parentLink().name().equals(field));
    }

    static FieldPath wayBack(ModelMapping<?> owner, ModelRelation relation) {
        return FieldPath.of(relation.field() == null ? owner.wayBack(relation) : relation.field());
    }

    /// Loads a relation for all rows of a result.
    ///
    /// @return the rows that it leads to
    static List<? extends Entity> prefetchStep(List<? extends Entity> at, String name) {
        Entity first = at.getFirst();
        if (Mappings.of(first).leadsAnywhere(name)) {
            return GenericRows.load(at, name, Map.of());
        }
        ModelRelation relation = relation(Mappings.of(first), name);
        List<Entity> next = new ArrayList<>();
        if (relation.kind() == ModelRelation.Kind.TO_ONE) {
            loadToOne(at, relation, databaseOf(first));
            for (Entity row : at) {
                Entity target = toOne(row, name).loadedTarget();
                if (target != null) {
                    next.add(target);
                }
            }
        } else {
            loadToMany(at, relation, databaseOf(first));
            at.forEach(row -> next.addAll(toMany(row, name).list()));
        }
        return next;
    }

    /// {@return what the rows on the other side keep of the owner}
    static Object ownKey(Entity owner, ModelRelation relation) {
        Object key = keptBy(owner, relation);
        if (key == null) {
            throw new DetachedRelationException();
        }
        return key;
    }

    static String databaseOf(Entity owner) {
        EntityState state = owner.state;
        return state == null ? Databases.DEFAULT : state.database();
    }
}
