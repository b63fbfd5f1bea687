package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.state.FieldState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Objects into rows. Django: `Model.save_base`.
final class Saving {

    /// What is asked for.
    enum Way {
        /// A new row, or the changes of one that is there.
        EITHER,
        /// A new row.
        INSERT,
        /// The row that is there.
        UPDATE
    }

    private Saving() {}

    static void save(Entity entity, Way way) {
        save(Mappings.of(entity), entity, way, null, null);
    }

    /// @param alias of the database to write to
    static void save(Entity entity, Way way, String alias) {
        save(Mappings.of(entity), entity, way, null, alias);
    }

    static void save(Entity entity, List<String> fields) {
        save(Mappings.of(entity), entity, Way.UPDATE, fields, null);
    }

    private static <M extends Entity> void save(
            ModelMapping<M> mapping,
            Entity entity,
            Way way,
            @Nullable List<String> fields,
            @Nullable String alias) {
        M object = mapping.type().cast(entity);
        mapping.attach(object);
        Database database =
                Databases.current().get(alias == null ? Routed.forWrite(mapping, entity) : alias);
        settleGenerics(mapping, object);
        var job = new Job<>(mapping, object, database, way, fields);
        if (fields != null && job.asked.isEmpty()) {
            return;
        }
        refuseUnsavedTargets(mapping, object, job.asked);
        ForeignTargets.refuse(mapping, object, database.alias(), job.asked);
        ModelSignals.preSave(object, fields, database.alias());
        FileKeeping files = FileKeeping.before(mapping, object, job.asked, database);
        boolean created;
        try {
            if (mapping.parent() == null && !job.ordered()) {
                created = job.run();
            } else {
                try (var block = Transaction.atomicOn(database.alias())) {
                    created = job.run();
                    block.commit();
                }
            }
        } catch (RuntimeException | Error failed) {
            files.undo();
            throw failed;
        }
        ModelSignals.postSave(object, created, fields, database.alias());
    }

    /// One object on its way into its tables.
    private static final class Job<M extends Entity> {

        private final ModelMapping<M> mapping;
        private final M object;
        private final Database database;
        private final Way way;
        private final boolean partly;
        private final BitSet asked;

        Job(
                ModelMapping<M> mapping,
                M object,
                Database database,
                Way way,
                @Nullable List<String> fields) {
            this.mapping = mapping;
            this.object = object;
            this.database = database;
            this.way = way;
            this.partly = fields != null;
            this.asked = fields == null ? writable(mapping) : named(mapping, fields);
        }

        /// Whether its place among others must be found first.
        boolean ordered() {
            return mapping.state().options().orderWithRespectTo() != null && object.state == null;
        }

        /// {@return whether there is a new row}
        boolean run() {
            EntityState state = object.state;
            boolean there = state != null && state.database().equals(database.alias());
            if (there && way != Way.INSERT && updated(Objects.requireNonNull(state))) {
                return false;
            }
            if (there && way != Way.INSERT) {
                insert();
                known();
                return true;
            }
            boolean created = way == Way.INSERT || !updatedUnknown();
            if (created) {
                insert();
            }
            known();
            return created;
        }

        /// An object that was not loaded may have a row all the same, if it has a key.
        private boolean updatedUnknown() {
            Object key = Keys.of(object);
            if (way == Way.UPDATE) {
                if (key == null || updateAll(asked, key) == 0) {
                    throw new NotUpdatedException(mapping, String.valueOf(key));
                }
                return true;
            }
            return key != null && !mapping.freshKeys() && updateAll(asked, key) > 0;
        }

        /// {@return whether the row is there; a whole object whose row is gone gets a new one, as
        /// in Django}
        private boolean updated(EntityState state) {
            Touching.touch(mapping, object, false, asked);
            BitSet changed = (BitSet) asked.clone();
            boolean compared = state.holdsFields();
            var found = new ChangedFields();
            if (compared) {
                mapping.changes(object, state, found);
            }
            if (compared && !partly && way != Way.UPDATE) {
                changed.and(found.numbers());
            }
            if (state.loaded() != null && !partly) {
                changed.and(state.loaded());
            }
            if (changed.isEmpty() && way != Way.UPDATE) {
                return true;
            }
            Object key = Objects.requireNonNull(Keys.of(object), "A loaded object has a key.");
            if (updateAll(changed, key) == 0) {
                if (way == Way.UPDATE || partly || state.loaded() != null) {
                    throw new NotUpdatedException(mapping, key);
                }
                return false;
            }
            BitSet left = found.numbers();
            left.andNot(changed);
            // What was changed and not written must be written by the next save.
            if (partly && !left.isEmpty()) {
                state.doubt(object);
            } else {
                state.renew(mapping, object);
            }
            return true;
        }

        private int updateAll(BitSet fields, Object key) {
            if (object.state == null) {
                Touching.touch(mapping, object, false, fields);
            }
            int rows = 0;
            for (ModelMapping<?> level : levels(mapping)) {
                if (object.state != null && !fields.isEmpty() && !touches(fields, level)) {
                    continue;
                }
                rows = new RowWriter<>(mapping, level, object, database).update(fields, key);
                if (rows == 0) {
                    return 0;
                }
            }
            return rows;
        }

        private static boolean touches(BitSet fields, ModelMapping<?> level) {
            int next = fields.nextSetBit(level.firstOwn());
            return next >= 0 && next < level.columns().size();
        }

        private void insert() {
            Touching.touch(mapping, object, true, asked);
            if (ordered()) {
                Placing.last(mapping, object, database);
            }
            for (ModelMapping<?> level : levels(mapping)) {
                var writer = new RowWriter<>(mapping, level, object, database);
                Object key = Keys.of(object);
                // A parent may have its row already: then the object becomes one of its kind.
                boolean there =
                        level.parent() == null
                                && mapping.parent() != null
                                && key != null
                                && way != Way.INSERT
                                && writer.update(asked, key) > 0;
                if (!there) {
                    writer.insert();
                }
            }
        }

        private void known() {
            EntityState before = object.state;
            EntityState now = EntityState.begin(mapping, object, Origin.of(database.alias()));
            if (before != null) {
                now.annotations = before.annotations;
            }
        }
    }

    /// {@return the models whose tables the rows of a model are in, the topmost first}
    static List<ModelMapping<?>> levels(ModelMapping<?> mapping) {
        if (mapping.parent() == null) {
            return List.of(mapping);
        }
        var levels = new ArrayList<ModelMapping<?>>();
        for (ModelMapping<?> at = mapping; at != null; at = at.parent()) {
            levels.addFirst(at);
        }
        return levels;
    }

    /// {@return the fields that are written by a save: neither keys nor what the database makes}
    static BitSet writable(ModelMapping<?> mapping) {
        var all = new BitSet();
        for (int number = 0; number < mapping.columns().size(); number++) {
            FieldState field = mapping.columns().get(number);
            all.set(number, !field.primaryKey() && field.generated() == null);
        }
        return all;
    }

    static BitSet named(ModelMapping<?> mapping, List<String> fields) {
        var asked = new BitSet();
        BitSet writable = writable(mapping);
        for (String field : parts(mapping, fields)) {
            int number = mapping.number(field);
            if (number < 0) {
                throw new UnknownFieldException(mapping.state().name(), field, mapping.names());
            }
            if (!writable.get(number)) {
                throw new QueryException(
                        Problem.of(
                                        "orm.E150",
                                        mapping.state().name()
                                                + "."
                                                + field
                                                + " is a key, or made by the database: it cannot be saved.")
                                .fixedBy("Leave it out."));
            }
            asked.set(number);
        }
        return asked;
    }

    /// The names, those of relations that have several columns as these columns' fields.
    static List<String> parts(ModelMapping<?> mapping, List<String> fields) {
        List<String> all = new ArrayList<>();
        for (String field : fields) {
            ModelRelation parted = mapping.parted(field);
            if (parted == null) {
                all.add(field);
            } else {
                all.addAll(parted.parts());
            }
        }
        return all;
    }

    /// Writes the keys of those that were saved since the object was made to lead to them.
    static <M extends Entity> void settleGenerics(ModelMapping<M> mapping, M object) {
        for (GenericTie tie : mapping.generics()) {
            GenericForeignKey<?> place = GenericRows.place(object, tie.name());
            if (place.unsaved() != null) {
                throw unsavedTarget(mapping, tie.name());
            }
            place.settle();
        }
    }

    private static QueryException unsavedTarget(ModelMapping<?> mapping, String field) {
        return new QueryException(
                Problem.of(
                                "orm.E052",
                                mapping.state().name()
                                        + "."
                                        + field
                                        + " leads to an object that was never saved.")
                        .fixedBy("Save that object first."));
    }

    /// A key that is not known yet would be written as NULL, and the relation lost.
    static <M extends Entity> void refuseUnsavedTargets(
            ModelMapping<M> mapping, M object, BitSet asked) {
        List<ModelRelation> relations = mapping.relations();
        for (int i = 0; i < relations.size(); i++) {
            ModelRelation relation = relations.get(i);
            if (relation.kind() != ModelRelation.Kind.TO_ONE) {
                continue;
            }
            boolean written =
                    relation.parted()
                            ? relation.parts().stream()
                                    .anyMatch(part -> written(mapping, part, asked))
                            : written(mapping, relation.name(), asked);
            if (written
                    && mapping.holder(object, relation.name()) instanceof ToOne<?> place
                    && place.key() == null
                    && place.loadedTarget() != null) {
                throw unsavedTarget(mapping, relation.name());
            }
        }
    }

    private static boolean written(ModelMapping<?> mapping, String field, BitSet asked) {
        int number = mapping.number(field);
        return asked.get(number) || mapping.columns().get(number).primaryKey();
    }
}
