package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Many objects into rows by few statements, silently: no signal is sent. Django: `bulk_create`,
/// `bulk_update`.
final class Bulk {

    private Bulk() {}

    /// Writes new rows; objects get the keys that the database gives.
    static <M extends Entity> void create(
            ModelMapping<M> mapping, List<? extends M> objects, String alias, BulkOptions options) {
        if (objects.isEmpty()) {
            return;
        }
        if (mapping.parent() != null) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E161",
                                    mapping.state().name()
                                            + " extends a model with a table: its rows cannot be made in bulk.")
                            .because("Each has rows in several tables, tied by keys not known yet.")
                            .fixedBy("Save them one by one in a transaction."));
        }
        Database database = Databases.current().get(alias);
        BitSet all = Saving.writable(mapping);
        for (M object : objects) {
            mapping.attach(object);
            Saving.settleGenerics(mapping, object);
            Saving.refuseUnsavedTargets(mapping, object, all);
            Touching.touch(mapping, object, true, all);
        }
        try (var block = Transaction.atomicOn(alias)) {
            for (M object : objects) {
                FileKeeping.before(mapping, object, all, database);
            }
            for (List<M> alike : alike(mapping, objects)) {
                new BulkInsert<>(mapping, database, options).run(alike);
            }
            block.commit();
        }
        if (options.conflicts() != BulkOptions.Conflicts.IGNORE) {
            Origin origin = Origin.of(alias);
            for (M object : objects) {
                EntityState.begin(mapping, object, origin);
            }
        }
    }

    /// Objects with a key and those without are written by different statements, as are those that
    /// leave a column to the database's default.
    private static <M extends Entity> List<List<M>> alike(
            ModelMapping<M> mapping, List<? extends M> objects) {
        Map<BitSet, List<M>> groups = new LinkedHashMap<>();
        var left = new BitSet();
        BitSet known = new BitSet();
        List<M> group = List.of();
        for (M object : objects) {
            BulkInsert.left(mapping, object, left);
            if (group.isEmpty() || !left.equals(known)) {
                known = (BitSet) left.clone();
                group = groups.computeIfAbsent(known, _ -> new ArrayList<>());
            }
            group.add(object);
        }
        return List.copyOf(groups.values());
    }

    /// Writes some fields of rows that are there.
    ///
    /// @return how many rows there were
    static <M extends Entity> int update(
            ModelMapping<M> mapping,
            List<? extends M> objects,
            String alias,
            List<String> named,
            int batch) {
        if (objects.isEmpty()) {
            return 0;
        }
        List<String> fields = Saving.parts(mapping, named);
        for (String field : fields) {
            int number = mapping.number(field);
            if (number < 0) {
                throw new UnknownFieldException(mapping.state().name(), field, mapping.names());
            }
            if (!Saving.writable(mapping).get(number)) {
                throw new QueryException(
                        Problem.of(
                                        "orm.E162",
                                        mapping.state().name()
                                                + "."
                                                + field
                                                + " is a key, or made by the database: it cannot be updated.")
                                .fixedBy("Leave it out."));
            }
        }
        List<M> distinct = distinct(mapping, objects);
        int rows = 0;
        try (var block = Transaction.atomicOn(alias)) {
            Database database = Databases.current().get(alias);
            BitSet written = Saving.named(mapping, fields);
            for (M object : distinct) {
                // A picture that came may change the fields for its size too.
                FileKeeping.before(mapping, object, written, database);
            }
            for (ModelMapping<?> level : Saving.levels(mapping)) {
                List<Integer> own =
                        written.stream()
                                .filter(number ->
                                        number >= level.firstOwn()
                                                && number < level.columns().size())
                                .boxed()
                                .toList();
                if (!own.isEmpty()) {
                    var update = new BulkUpdate<>(mapping, level, database);
                    rows = Math.max(rows, update.run(distinct, own, batch));
                }
            }
            block.commit();
        }
        return rows;
    }

    /// Of several objects of one row the first counts, as in Django.
    private static <M extends Entity> List<M> distinct(
            ModelMapping<M> mapping, List<? extends M> objects) {
        Set<Object> keys = new HashSet<>();
        List<M> distinct = new ArrayList<>(objects.size());
        for (M object : objects) {
            mapping.attach(object);
            Object key = Keys.of(object);
            if (key == null) {
                throw new QueryException(
                        Problem.of("orm.E163", object + " was never saved: it cannot be updated.")
                                .fixedBy("Save it first, or leave it out."));
            }
            if (keys.add(key)) {
                distinct.add(object);
            }
        }
        return distinct;
    }
}
