package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.RowCursor;
import dev.quintet.orm.sql.Plan;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Rows into objects.
final class Loading {

    private static final int LONGEST_PAGE = 100;

    private Loading() {}

    /// {@return what a query's value means in the database: an object means its key}
    static @Nullable Object keyOf(@Nullable Object value) {
        if (!(value instanceof Entity entity)) {
            return value;
        }
        if (KeptValue.inUse()) {
            return new KeptValue(entity);
        }
        Object key = Keys.of(entity);
        if (key == null) {
            throw new DetachedRelationException();
        }
        return key;
    }

    static <M extends Entity> List<M> entities(
            Database database,
            ModelMapping<M> mapping,
            Select tree,
            List<Prefetch> prefetched,
            @Nullable FetchMode mode) {
        Plans.Ready ready =
                Plans.plan(database.dialect(), Plans.Purpose.SELECT, tree, Loading::keyOf);
        if (ready.plan().empty()) {
            return List.of();
        }
        Locked.check(database, tree);
        var reader = new EntityReader<>(database, mapping, tree, ready.plan());
        List<M> rows =
                database.query(
                        ready.plan().statement(),
                        ready.values(),
                        (result, row) -> {
                            List<M> found = roomFor(tree);
                            while (result.next()) {
                                found.add(reader.read(row));
                            }
                            return found;
                        });
        settle(mapping, rows, prefetched, reader.joinedRows(), mode);
        return rows;
    }

    /// Queries for one row or two need no room for ten, and pages are as long as they say.
    static <E> List<E> roomFor(Select tree) {
        Long most = tree.limit();
        return most != null && most <= LONGEST_PAGE
                ? new ArrayList<>(most.intValue())
                : new ArrayList<>();
    }

    /// Tells rows of each other, and loads what is to be loaded behind them.
    private static <M extends Entity> void settle(
            ModelMapping<M> mapping,
            List<M> rows,
            List<Prefetch> prefetched,
            List<List<Entity>> joinedRows,
            @Nullable FetchMode asked) {
        if (rows.isEmpty()
                || (mapping.relations().isEmpty()
                        && joinedRows.isEmpty()
                        && rows.getFirst().state != null
                        && rows.getFirst().state.loaded() == null)) {
            return;
        }
        FetchMode mode = asked == null ? OrmSettings.fetchMode() : asked;
        introduce(rows, mode);
        for (int i = 0; i < joinedRows.size(); i++) {
            introduce(joinedRows.get(i), mode);
        }
        if (!prefetched.isEmpty()) {
            Prefetching.all(rows, prefetched);
        }
    }

    @SuppressWarnings("ReferenceEquality") // rows of one result share the very object
    static void introduce(List<? extends Entity> rows, FetchMode mode) {
        if (rows.size() == 1 && mode != FetchMode.RAISE) {
            // Alone it is its own peer, which is what no peers mean.
            return;
        }
        for (int from = 0; from < rows.size(); from += Peers.MOST) {
            int to = Math.min(rows.size(), from + Peers.MOST);
            // Nobody changes these lists once they are here: they need no copies.
            boolean whole = rows.size() <= Peers.MOST;
            var peers = new Peers(whole ? rows : List.copyOf(rows.subList(from, to)), mode);
            Origin before = null;
            Origin after = null;
            for (Entity row : peers.rows()) {
                EntityState state = row.state;
                if (state == null) {
                    continue;
                }
                if (after == null || state.origin != before) {
                    before = state.origin;
                    after = before.with(peers);
                }
                state.origin = after;
            }
        }
    }

    static <M extends Entity> Stream<M> stream(
            Database database,
            ModelMapping<M> mapping,
            Select tree,
            List<Prefetch> prefetched,
            @Nullable FetchMode mode) {
        if (tree.none()) {
            return Stream.empty();
        }
        Plans.Ready ready =
                Plans.plan(database.dialect(), Plans.Purpose.SELECT, tree, Loading::keyOf);
        if (ready.plan().empty()) {
            return Stream.empty();
        }
        Locked.check(database, tree);
        RowCursor cursor = database.cursor(ready.plan().statement(), ready.values(), Peers.MOST);
        var chunks = new Chunks<>(database, mapping, tree, ready.plan(), cursor, prefetched, mode);
        return StreamSupport.stream(chunks, false).onClose(cursor::close);
    }

    /// Rows of a cursor, read a chunk ahead so that the rows of a chunk know of each other.
    private static final class Chunks<M extends Entity>
            extends Spliterators.AbstractSpliterator<M> {

        private final Database database;
        private final ModelMapping<M> mapping;
        private final Select tree;
        private final Plan plan;
        private final RowCursor cursor;
        private final List<Prefetch> prefetched;
        private final @Nullable FetchMode mode;
        private final Deque<M> ahead = new ArrayDeque<>();

        Chunks(
                Database database,
                ModelMapping<M> mapping,
                Select tree,
                Plan plan,
                RowCursor cursor,
                List<Prefetch> prefetched,
                @Nullable FetchMode mode) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.database = database;
            this.mapping = mapping;
            this.tree = tree;
            this.plan = plan;
            this.cursor = cursor;
            this.prefetched = prefetched;
            this.mode = mode;
        }

        @Override
        public boolean tryAdvance(Consumer<? super M> action) {
            if (ahead.isEmpty()) {
                readChunk();
            }
            M next = ahead.pollFirst();
            if (next == null) {
                return false;
            }
            action.accept(next);
            return true;
        }

        private void readChunk() {
            var reader = new EntityReader<>(database, mapping, tree, plan);
            List<M> rows = new ArrayList<>();
            while (rows.size() < Peers.MOST && cursor.next()) {
                rows.add(reader.read(cursor.row()));
            }
            settle(mapping, rows, prefetched, reader.joinedRows(), mode);
            ahead.addAll(rows);
        }
    }

    static void refresh(Entity entity) {
        refresh(entity, Mappings.of(entity));
    }

    private static <M extends Entity> void refresh(Entity entity, ModelMapping<M> mapping) {
        Object key = Keys.of(entity);
        if (key == null) {
            throw new DetachedRelationException();
        }
        EntityState known = entity.state;
        // One that was deleted, by a transaction that was taken back, has its key still.
        String alias = known == null ? Databases.DEFAULT : known.database();
        Database database = Databases.current().get(alias);
        M object = mapping.type().cast(entity);
        Select tree = Select.from(mapping).filter(byKey(mapping, key)).orderBy(List.of());
        Plans.Ready ready =
                Plans.plan(database.dialect(), Plans.Purpose.SELECT, tree, Loading::keyOf);
        boolean found =
                database.query(
                        ready.plan().statement(),
                        ready.values(),
                        (result, row) -> {
                            if (!result.next()) {
                                return false;
                            }
                            mapping.loadAll(object, row, 1);
                            return true;
                        });
        if (!found) {
            throw DoesNotExist.ofKey(mapping, key);
        }
        for (ModelRelation relation : mapping.relations()) {
            Relations.forget(mapping.holder(object, relation.name()));
        }
        for (GenericTie tie : mapping.generics()) {
            Relations.forget(mapping.holder(object, tie.name()));
        }
        if (known == null) {
            mapping.attach(object);
            EntityState.begin(mapping, object, Origin.of(alias));
        } else {
            known.origin = known.origin.with((BitSet) null);
            known.renew(mapping, object);
        }
    }

    /// {@return the condition that a row has this key}
    static Node byKey(ModelMapping<?> mapping, Object key) {
        List<Object> parts = Keys.parts(key);
        List<Node> all = new ArrayList<>();
        int[] numbers = mapping.keyNumbers();
        for (int i = 0; i < numbers.length; i++) {
            all.add(equal(mapping.columns().get(numbers[i]).name(), parts.get(i)));
        }
        return new Node.And(all);
    }

    private static Node equal(String field, Object stored) {
        return new Node.Compare(
                Lookup.EXACT, new Node.Field(FieldPath.of(field)), new Node.Value(stored));
    }
}
