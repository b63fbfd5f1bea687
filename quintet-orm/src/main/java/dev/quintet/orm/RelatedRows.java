package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.state.FieldState;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes to the rows whose key leads to one object. Django: the reverse manager.
final class RelatedRows {

    private static final int MOST_KEYS = 500;

    private final Entity owner;
    private final ModelRelation relation;
    private final ModelMapping<?> target;
    private final String field;
    private final Database database;

    RelatedRows(Entity owner, ModelRelation relation) {
        this.owner = owner;
        this.relation = relation;
        this.target = relation.target().get();
        this.field = Objects.requireNonNull(relation.field(), "a reverse");
        this.database = Databases.current().get(Routed.forWrite(Mappings.of(owner), owner));
        if (kept() == null) {
            throw new DetachedRelationException();
        }
    }

    private @Nullable Object kept() {
        return Relations.keptBy(owner, relation);
    }

    /// {@return a new row that leads to the owner, saved}
    @SuppressWarnings("unchecked") // the relation of a Related<T> leads to T
    static <T extends Entity> T create(
            Entity owner, ModelRelation relation, Consumer<? super T> fill) {
        ModelMapping<T> target = (ModelMapping<T>) relation.target().get();
        T made = target.blank();
        lead(target, relation, made, owner);
        fill.accept(made);
        if (relation.field() != null) {
            Saving.save(made, Saving.Way.EITHER, Routed.forWrite(Mappings.of(owner), owner));
            return made;
        }
        Transaction.atomic(() -> {
            Saving.save(made, Saving.Way.EITHER, Routed.forWrite(Mappings.of(owner), owner));
            new ThroughRows(owner, relation).add(List.of(made), Map.of());
        });
        return made;
    }

    private static <T extends Entity> void lead(
            ModelMapping<T> target, ModelRelation relation, Entity row, @Nullable Entity to) {
        String field = relation.field();
        GenericTie tie = relation.generic();
        if (tie != null) {
            GenericRows.lead(row, tie, to);
            return;
        }
        if (field == null) {
            return;
        }
        if (target.holder(target.type().cast(row), field) instanceof ToOne<?> place) {
            place.lead(to);
        }
    }

    void add(Collection<? extends Entity> rows) {
        for (Entity row : rows) {
            if (row.state == null) {
                throw new QueryException(
                        Problem.of("orm.E158", row + " was never saved: it cannot be added.")
                                .fixedBy("Save it first, or make it by create()."));
            }
        }
        if (relation.generic() != null) {
            Transaction.atomic(() -> {
                for (Entity row : rows) {
                    lead(target, relation, row, owner);
                    Saving.save(row, Saving.Way.EITHER);
                }
            });
            return;
        }
        change(rows, kept(), owner);
    }

    void remove(Collection<? extends Entity> rows) {
        if (relation.generic() != null) {
            drop(rows);
            return;
        }
        refuseKept();
        for (Entity row : rows) {
            if (!Objects.equals(Relations.toOne(row, field).key(), kept())) {
                throw DoesNotExist.notHere(row, owner);
            }
        }
        change(rows, null, null);
    }

    /// A row that leads by the name of a model cannot lead nowhere for one of them: it goes, as in
    /// Django.
    private void drop(Collection<? extends Entity> rows) {
        Set<Object> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(Objects.requireNonNull(Keys.of(row))));
        Transaction.atomic(() -> {
            for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
                Relations.toMany(owner, relation).filter(KeyNodes.among(target, chunk)).delete();
            }
        });
    }

    void set(Collection<? extends Entity> rows) {
        Transaction.atomic(() -> {
            List<Entity> gone = new ArrayList<>(Relations.toMany(owner, relation).list());
            List<Entity> added = new ArrayList<>(rows);
            added.removeAll(gone);
            gone.removeAll(rows);
            if (!gone.isEmpty()) {
                remove(gone);
            }
            add(added);
        });
    }

    void clear() {
        if (relation.generic() != null) {
            Relations.toMany(owner, relation).delete();
            return;
        }
        refuseKept();
        Node here =
                new Node.In(
                        new Node.Field(FieldPath.of(field)),
                        List.of(Objects.requireNonNull(kept())));
        update(Select.from(target).filter(here), null);
    }

    private void refuseKept() {
        if (!relation.backFields().getFirst().nullable()) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E159",
                                    target.state().name()
                                            + "."
                                            + field
                                            + " cannot lead nowhere: rows cannot be taken from here.")
                            .fixedBy(
                                    "Delete them, let them lead elsewhere, or declare the relation @Nullable."));
        }
    }

    private void change(
            Collection<? extends Entity> rows, @Nullable Object value, @Nullable Entity to) {
        if (rows.isEmpty()) {
            return;
        }
        Set<Object> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(Objects.requireNonNull(Keys.of(row))));
        for (List<Object> chunk : Keys.chunks(keys, MOST_KEYS)) {
            update(Select.from(target).filter(KeyNodes.among(target, chunk)), value);
        }
        for (Entity row : rows) {
            lead(target, relation, row, to);
            known(Mappings.of(row), row);
        }
    }

    private <M extends Entity> void known(ModelMapping<M> mapping, Entity row) {
        EntityState state = row.state;
        if (state == null || !state.holdsFields()) {
            return;
        }
        M object = mapping.type().cast(row);
        var found = new ChangedFields();
        mapping.changes(object, state, found);
        for (FieldState kept : relation.backFields()) {
            found.numbers().clear(mapping.number(kept.name()));
        }
        // What else was changed must still be written by the next save.
        if (found.numbers().isEmpty()) {
            state.renew(mapping, object);
        } else {
            state.doubt(object);
        }
    }

    private void update(Select rows, @Nullable Object value) {
        Plans.Ready ready =
                Plans.update(
                        database.dialect(),
                        rows,
                        List.of(FieldPath.of(field)),
                        List.of(new Node.Value(value)),
                        Loading::keyOf);
        database.update(ready.plan().statement(), ready.values());
    }

    <T extends Entity> GotOrCreated<T> getOrCreate(
            QuerySet<T> here, Consumer<? super T> rest, List<Assignment<? super T>> values) {
        return Creating.getOrCreate(
                here,
                made -> {
                    lead(here.mapping(), relation, made, owner);
                    rest.accept(made);
                },
                Wanted.of(values));
    }
}
