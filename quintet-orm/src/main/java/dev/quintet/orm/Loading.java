package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.connection.RowCursor;
import dev.quintet.orm.sql.JoinedPaths;
import dev.quintet.orm.sql.LoadedColumns;
import dev.quintet.orm.sql.Plan;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static <E> List<E> roomFor(Select tree) {
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
                        && rows.getFirst().state.loaded == null)) {
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
            for (Entity row : peers.rows()) {
                if (row.state != null) {
                    row.state.peers = peers;
                }
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

    /// Which columns of a row belong to which objects: the same for all queries of a shape.
    ///
    /// @param joined the paths of the objects that are joined in
    /// @param rootColumns the numbers of the fields that rows of the model itself have, or `null`
    ///   for all
    /// @param mappings of what is joined in
    /// @param columns the numbers of the fields that each of these has, or `null` for all
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Layout(
            List<FieldPath> joined,
            int @Nullable [] rootColumns,
            List<ModelMapping<?>> mappings,
            List<int @Nullable []> columns) {

        static Layout of(ModelMapping<?> mapping, Select tree) {
            List<FieldPath> joined = JoinedPaths.expand(tree.joined());
            List<ModelMapping<?>> mappings = new ArrayList<>(joined.size());
            List<int @Nullable []> columns = new ArrayList<>(joined.size());
            for (FieldPath path : joined) {
                ModelMapping<?> target = Relations.targetOf(mapping, path);
                mappings.add(target);
                columns.add(partial(target, path, tree));
            }
            return new Layout(joined, partial(mapping, FieldPath.ROOT, tree), mappings, columns);
        }

        private static int @Nullable [] partial(
                ModelMapping<?> model, FieldPath path, Select tree) {
            List<FieldPath> loaded = tree.extras().loaded();
            return loaded == null || !LoadedColumns.named(path, loaded)
                    ? null
                    : LoadedColumns.of(model, path, loaded);
        }
    }

    /// Reads one row after another into objects of a model and of those joined to it.
    private static final class EntityReader<M extends Entity> {

        private final Database database;
        private final ModelMapping<M> mapping;
        private final Plan plan;
        private final Layout layout;
        private final List<List<Entity>> joinedRows;
        private final List<String> names;
        private final List<Node> nodes;

        EntityReader(Database database, ModelMapping<M> mapping, Select tree, Plan plan) {
            this.database = database;
            this.mapping = mapping;
            this.plan = plan;
            this.layout = (Layout) plan.layout(() -> Layout.of(mapping, tree));
            int joined = layout.joined().size();
            this.joinedRows = joined == 0 ? List.of() : new ArrayList<>(joined);
            for (int i = 0; i < joined; i++) {
                joinedRows.add(roomFor(tree));
            }
            List<Select.Annotation> annotations = tree.annotations();
            this.names = annotations.isEmpty() ? List.of() : new ArrayList<>(annotations.size());
            this.nodes = annotations.isEmpty() ? List.of() : new ArrayList<>(annotations.size());
            for (int i = 0; i < annotations.size(); i++) {
                names.add(annotations.get(i).name());
                nodes.add(annotations.get(i).value());
            }
        }

        List<List<Entity>> joinedRows() {
            return joinedRows;
        }

        M read(Row row) {
            M object = Loading.read(database, mapping, row, 1, layout.rootColumns());
            int column = 1 + count(mapping, layout.rootColumns());
            List<FieldPath> joined = layout.joined();
            for (int i = 0; i < joined.size(); i++) {
                ModelMapping<?> target = layout.mappings().get(i);
                int @Nullable [] columns = layout.columns().get(i);
                Entity loaded = readJoined(target, row, column, columns);
                if (loaded != null) {
                    joinedRows.get(i).add(loaded);
                }
                Relations.give(object, joined.get(i), loaded);
                column += count(target, columns);
            }
            if (!names.isEmpty()) {
                var values = new @Nullable Object[names.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = plan.outputs().get(i).read(database.dialect(), row, column + i);
                }
                if (object.state != null) {
                    object.state.annotations = new EntityState.Annotations(names, nodes, values);
                }
            }
            return object;
        }

        private static int count(ModelMapping<?> mapping, int @Nullable [] columns) {
            return columns == null ? mapping.columns().size() : columns.length;
        }

        private @Nullable Entity readJoined(
                ModelMapping<?> target, Row row, int first, int @Nullable [] columns) {
            int key = target.keyNumbers()[0];
            int at = columns == null ? key : Arrays.binarySearch(columns, key);
            return row.isNull(first + at)
                    ? null
                    : Loading.read(database, target, row, first, columns);
        }
    }

    /// @param columns the numbers of the fields that the row has, or `null` for all
    private static <M extends Entity> M read(
            Database database,
            ModelMapping<M> mapping,
            Row row,
            int first,
            int @Nullable [] columns) {
        M object = mapping.create();
        mapping.attach(object);
        var state = new EntityState(database.alias());
        if (columns == null) {
            mapping.loadAll(object, row, first);
        } else {
            var loaded = new BitSet();
            for (int i = 0; i < columns.length; i++) {
                mapping.load(object, columns[i], row, first + i);
                loaded.set(columns[i]);
            }
            state.loaded = loaded;
        }
        state.snapshot = mapping.snapshot(object);
        object.state = state;
        ModelSignals.loaded(object);
        return object;
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
        EntityState state = known == null ? new EntityState(Databases.DEFAULT) : known;
        Database database = Databases.current().get(state.database);
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
            entity.state = state;
        }
        state.snapshot = mapping.snapshot(object);
        state.loaded = null;
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
