package dev.quintet.test;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.Entity;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.Relation;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.UnaryOperator;

/// Makes objects of a model, filled so that they can be saved. Begins with {@link Testing#a} or
/// {@link Testing#an}.
///
/// ```java
/// Album album = an(Album.class).with(a -> a.title = "Djangology").with(Albums.tracks, 12).create();
/// List<Artist> artists = an(Artist.class).withEach((a, n) -> a.name = "Artist " + n).create(100);
/// ```
///
/// A field is filled when it must not be empty, and its initialiser left it null, or left a text
/// that must not be blank empty; a number only where it is unique. The values count upwards for
/// each model, so that no two are alike. What a relation must lead to is made in the same way,
/// unless {@link #with} set it. Immutable.
///
/// @param <M> the model
public final class Factory<M extends Entity> {

    private static final ConcurrentHashMap<String, AtomicLong> SEQUENCES =
            new ConcurrentHashMap<>();

    private final ModelMapping<M> mapping;
    private final List<Change<M>> changes;
    private final List<Following<M>> followings;

    /// What is done to an object before it is saved.
    private interface Change<M> {
        void apply(M object, long number, Filling filling);
    }

    /// What is done once it was saved.
    private interface Following<M> {
        void apply(M object, Filling filling);
    }

    private Factory(
            ModelMapping<M> mapping, List<Change<M>> changes, List<Following<M>> followings) {
        this.mapping = mapping;
        this.changes = List.copyOf(changes);
        this.followings = List.copyOf(followings);
    }

    /// {@return a factory of a model}
    ///
    /// @throws dev.quintet.orm.MappingException when the annotation processor did not see the class
    public static <M extends Entity> Factory<M> of(Class<M> model) {
        return of(Mappings.of(model));
    }

    static <M extends Entity> Factory<M> of(ModelMapping<M> mapping) {
        return new Factory<>(mapping, List.of(), List.of());
    }

    /// {@return this factory, which does this to each object once it is filled}
    public Factory<M> with(Consumer<? super M> change) {
        return changing((object, _, _) -> change.accept(object));
    }

    /// {@return this factory, which does this to each object once it is filled}
    ///
    /// @param change gets the number of the object too: 1, 2 and so on of its model in this run
    public Factory<M> withEach(ObjLongConsumer<? super M> change) {
        return changing((object, number, _) -> change.accept(object, number));
    }

    /// {@return this factory, which also makes so many rows that a relation leads to}
    ///
    /// @param relation to many: the reverse of a foreign key, or many-to-many
    public <T extends Entity> Factory<M> with(Relation<? super M, T> relation, int count) {
        return with(relation, count, UnaryOperator.identity());
    }

    /// {@return this factory, which also makes so many rows that a relation leads to}
    ///
    /// @param how changes the factory that makes them
    /// @throws FactoryException when the relation leads to one row only, or over several relations
    @SuppressWarnings("unchecked") // the relation's own type says what it leads to
    public <T extends Entity> Factory<M> with(
            Relation<? super M, T> relation, int count, UnaryOperator<Factory<T>> how) {
        ModelRelation step = step(relation);
        if (!step.many()) {
            throw new FactoryException(
                    Problem.of("test.E015", "'" + step.name() + "' leads to one row, not to many.")
                            .fixedBy("Leave the number out."));
        }
        var targets = (ModelMapping<T>) step.target().get();
        return following((object, filling) -> {
            Factory<T> factory = how.apply(of(targets));
            if (step.kind() == ModelRelation.Kind.MANY_TO_MANY) {
                Places.add(mapping, object, step, factory.create(count, filling));
            } else {
                factory.with(child -> Places.back(targets, child, step, object))
                        .create(count, filling);
            }
        });
    }

    /// {@return this factory, which makes the row that a relation leads to in a way of its own}
    ///
    /// @param relation to one: a foreign key, or one-to-one
    /// @param how changes the factory that makes it
    /// @throws FactoryException when the relation leads to many rows, or over several relations
    @SuppressWarnings("unchecked") // the relation's own type says what it leads to
    public <T extends Entity> Factory<M> with(
            Relation<? super M, T> relation, UnaryOperator<Factory<T>> how) {
        ModelRelation step = step(relation);
        var target = (ModelMapping<T>) step.target().get();
        return switch (step.kind()) {
            case TO_ONE ->
                    changing((object, _, filling) ->
                            Places.set(
                                    mapping,
                                    object,
                                    step.name(),
                                    how.apply(of(target)).make(filling)));
            case REVERSE_ONE ->
                    following((object, filling) ->
                            how.apply(of(target))
                                    .with(one -> Places.back(target, one, step, object))
                                    .create(1, filling));
            case REVERSE, MANY_TO_MANY ->
                    throw new FactoryException(
                            Problem.of("test.E016", "'" + step.name() + "' leads to many rows.")
                                    .fixedBy("Say how many, as in with(relation, 12, how)."));
        };
    }

    /// {@return a new row}
    ///
    /// @throws FactoryException when a circle of relations has to be broken by hand
    public M create() {
        return create(1).getFirst();
    }

    /// {@return so many new rows, kept all together or not at all}
    ///
    /// @throws FactoryException when a circle of relations has to be broken by hand
    public List<M> create(int count) {
        return create(count, Filling.saving());
    }

    /// {@return an object that is not saved, nor is what it leads to; relations to many are left
    /// empty}
    public M build() {
        return make(Filling.inMemory());
    }

    /// {@return so many objects that are not saved}
    public List<M> build(int count) {
        var made = new ArrayList<M>();
        for (int i = 0; i < count; i++) {
            made.add(build());
        }
        return made;
    }

    private List<M> create(int count, Filling filling) {
        var made = new ArrayList<M>();
        Transaction.atomic(() -> {
            for (int i = 0; i < count; i++) {
                made.add(make(filling));
            }
        });
        return made;
    }

    /// Makes one, and saves it if that is the way of this filling.
    M make(Filling filling) {
        Filling deeper = filling.into(mapping.state().label());
        long number =
                SEQUENCES
                        .computeIfAbsent(mapping.state().label(), _ -> new AtomicLong())
                        .incrementAndGet();
        M object = mapping.blank();
        deeper.fill(mapping, object, number);
        changes.forEach(change -> change.apply(object, number, deeper));
        deeper.relate(mapping, object);
        if (filling.saves()) {
            object.save();
            followings.forEach(following -> following.apply(object, Filling.saving()));
        }
        return object;
    }

    private Factory<M> changing(Change<M> change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        return new Factory<>(mapping, more, followings);
    }

    private Factory<M> following(Following<M> following) {
        var more = new ArrayList<>(followings);
        more.add(following);
        return new Factory<>(mapping, changes, more);
    }

    private ModelRelation step(Relation<? super M, ?> relation) {
        List<String> names =
                relation.node() instanceof Node.Field(var path) ? path.names() : List.of();
        ModelRelation found = names.size() == 1 ? mapping.relation(names.getFirst()) : null;
        if (found == null) {
            throw new FactoryException(
                    Problem.of(
                                    "test.E017",
                                    "'"
                                            + String.join(".", names)
                                            + "' is no relation of "
                                            + mapping.state().label()
                                            + " itself.")
                            .fixedBy(
                                    "Take one step at a time: with(relation, count, f -> f.with(...))."));
        }
        return found;
    }
}
