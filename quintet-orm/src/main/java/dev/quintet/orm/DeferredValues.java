package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Fields that a query left out, read when they are asked for.
final class DeferredValues {

    private DeferredValues() {}

    static @Nullable Object of(Entity object, Selectable<?> column) {
        if (!(column.node() instanceof Node.Field(FieldPath path)) || path.names().size() != 1) {
            throw new QueryException(
                    Problem.of("orm.E130", "This column is no field of the object itself.")
                            .fixedBy("Name one of its own fields, such as Albums.title."));
        }
        return of(object, Mappings.of(object), path.names().getFirst());
    }

    static <M extends Entity> @Nullable Object of(
            Entity object, ModelMapping<M> mapping, String field) {
        M mine = mapping.type().cast(object);
        int number = mapping.number(field);
        if (number < 0) {
            throw new UnknownFieldException(mapping.state().name(), field, mapping.names());
        }
        EntityState state = object.state;
        if (state != null && !state.hasLoaded(number)) {
            load(mapping, together(mine, mapping, number, state), number, state.database());
        }
        return mapping.value(mine, number);
    }

    private static <M extends Entity> List<M> together(
            M object, ModelMapping<M> mapping, int number, EntityState state) {
        Peers peers = state.origin.peers();
        if (peers == null || peers.mode() == FetchMode.ONE) {
            return List.of(object);
        }
        if (peers.mode() == FetchMode.RAISE) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E131",
                                    mapping.state().name()
                                            + "."
                                            + mapping.columns().get(number).name()
                                            + " was asked for, but not loaded.")
                            .because("The fetch mode is RAISE.")
                            .fixedBy("Load it with the query: leave it out of defer()."));
        }
        List<M> all = new ArrayList<>();
        for (Entity row : peers.rows()) {
            EntityState known = row.state;
            if (known != null && !known.hasLoaded(number) && mapping.type().isInstance(row)) {
                all.add(mapping.type().cast(row));
            }
        }
        return all;
    }

    private static <M extends Entity> void load(
            ModelMapping<M> mapping, List<M> rows, int number, String database) {
        String field = mapping.columns().get(number).name();
        Map<Object, M> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(Objects.requireNonNull(Keys.of(row)), row));
        Node among = KeyNodes.among(mapping, List.copyOf(byKey.keySet()));
        QuerySet<M> found =
                QuerySet.of(mapping).using(database).filter(among).orderBy().only(field);
        for (M loaded : found) {
            M row = byKey.get(Keys.of(loaded));
            if (row != null) {
                take(mapping, row, loaded, number);
            }
        }
    }

    private static <M extends Entity> void take(
            ModelMapping<M> mapping, M row, M loaded, int number) {
        EntityState state = Objects.requireNonNull(row.state);
        boolean changed = changed(mapping, row, state);
        mapping.assign(row, number, mapping.value(loaded, number));
        var read = new BitSet();
        read.set(number);
        state.load(read);
        if (!changed) {
            state.renew(mapping, row);
        }
    }

    private static <M extends Entity> boolean changed(
            ModelMapping<M> mapping, M row, EntityState state) {
        if (!state.holdsFields()) {
            return false;
        }
        var changes = new ChangedFields();
        mapping.changes(row, state, changes);
        return !changes.numbers().isEmpty();
    }
}
