package dev.quintet.orm;

import dev.quintet.orm.connection.Database;
import dev.quintet.orm.sql.JoinedPaths;
import dev.quintet.orm.sql.LoadedColumns;
import dev.quintet.orm.sql.Plan;
import dev.quintet.orm.sql.Row;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one row after another into objects of a model and of those joined to it.
///
/// Rows that lead to the same row share its object, as they do where it is loaded behind them.
final class EntityReader<M extends Entity> {

    private static final @Nullable Entity[] NONE = {};
    private static final boolean[] NEVER = {};
    private static final @Nullable KnownRows[] UNKNOWN = {};

    private final Database database;
    private final ModelMapping<M> mapping;
    private final Plan plan;
    private final Layout layout;
    private final Origin whole;
    private final long most;
    private final List<List<Entity>> joinedRows;
    private final List<String> names;
    private final List<Node> nodes;

    /// What the current row leads to, path by path.
    private final @Nullable Entity[] current;

    /// Which of these were not there before this row.
    private final boolean[] fresh;

    /// What was read by key, path by path; made where keys repeat.
    private final @Nullable KnownRows[] known;

    EntityReader(Database database, ModelMapping<M> mapping, Select tree, Plan plan) {
        this.database = database;
        this.mapping = mapping;
        this.plan = plan;
        this.layout = (Layout) plan.layout(() -> Layout.of(mapping, tree));
        this.whole = Origin.of(database.alias());
        this.most = tree.limit() == null ? Long.MAX_VALUE : tree.limit();
        int joined = layout.joined().size();
        this.joinedRows = joined == 0 ? List.of() : new ArrayList<>(joined);
        for (int i = 0; i < joined; i++) {
            joinedRows.add(layout.joined().get(i).related() ? Loading.roomFor(tree) : List.of());
        }
        this.current = joined == 0 ? NONE : new Entity[joined];
        this.fresh = joined == 0 ? NEVER : new boolean[joined];
        this.known = joined == 0 ? UNKNOWN : new KnownRows[joined];
        List<Select.Annotation> annotations = tree.annotations();
        this.names = annotations.isEmpty() ? List.of() : new ArrayList<>(annotations.size());
        this.nodes = annotations.isEmpty() ? List.of() : new ArrayList<>(annotations.size());
        for (int i = 0; i < annotations.size(); i++) {
            names.add(annotations.get(i).name());
            nodes.add(annotations.get(i).value());
        }
    }

    /// Which columns of a row belong to which objects: the same for all queries of a shape.
    ///
    /// @param root of the model itself
    /// @param joined what is joined in
    private record Layout(Columns root, List<Joined> joined) {

        static Layout of(ModelMapping<?> mapping, Select tree) {
            List<FieldPath> paths = JoinedPaths.expand(tree.joined());
            List<Joined> joined = new ArrayList<>(paths.size());
            for (FieldPath path : paths) {
                List<String> names = path.names();
                FieldPath before = FieldPath.of(names.subList(0, names.size() - 1));
                ModelMapping<?> target = Relations.targetOf(mapping, path);
                joined.add(
                        new Joined(
                                names.getLast(),
                                paths.indexOf(before),
                                Relations.hasPlace(
                                        Relations.targetOf(mapping, before), names.getLast()),
                                target,
                                Columns.of(target, path, tree)));
            }
            return new Layout(Columns.of(mapping, FieldPath.ROOT, tree), joined);
        }
    }

    /// The columns of a row that belong to one object.
    ///
    /// @param count how many there are
    /// @param some the numbers of their fields, or `null` for all
    /// @param loaded the same as a set, or `null` for all
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Columns(int count, int @Nullable [] some, @Nullable BitSet loaded) {

        static Columns of(ModelMapping<?> model, FieldPath path, Select tree) {
            List<FieldPath> named = tree.extras().loaded();
            if (named == null || !LoadedColumns.named(path, named)) {
                return new Columns(model.columns().size(), null, null);
            }
            int[] some = LoadedColumns.of(model, path, named);
            var loaded = new BitSet();
            for (int field : some) {
                loaded.set(field);
            }
            return new Columns(some.length, some, loaded);
        }

        /// {@return how far from the first column that of a field is}
        int at(int field) {
            return some == null ? field : Arrays.binarySearch(some, field);
        }
    }

    /// The objects that a path leads to.
    ///
    /// @param relation the last step of the path
    /// @param owner the number of the path without its last step; -1 is the query's model itself
    /// @param placed whether objects have a place for it
    /// @param target the model
    /// @param columns of each
    private record Joined(
            String relation, int owner, boolean placed, ModelMapping<?> target, Columns columns) {

        /// Whether they need to know of each other: whether there is something to load behind them.
        boolean related() {
            return columns.loaded() != null || !target.relations().isEmpty();
        }
    }

    /// {@return what was read of those that are joined in and may load more, path by path}
    List<List<Entity>> joinedRows() {
        return joinedRows;
    }

    M read(Row row) {
        M object = object(mapping, row, 1, layout.root());
        int column = 1 + layout.root().count();
        List<Joined> joined = layout.joined();
        for (int i = 0; i < joined.size(); i++) {
            Joined one = joined.get(i);
            boolean newOwner = one.owner() < 0 || fresh[one.owner()];
            Entity owner = one.owner() < 0 ? object : current[one.owner()];
            fresh[i] = false;
            current[i] =
                    owner == null
                            ? null
                            : newOwner
                                    ? led(i, one, owner, row, column)
                                    : Relations.loadedOne(owner, one.relation());
            column += one.columns().count();
        }
        if (!names.isEmpty() && object.state != null) {
            var values = new @Nullable Object[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = plan.outputs().get(i).read(database.dialect(), row, column + i);
            }
            object.state.annotations = new EntityState.Annotations(names, nodes, values);
        }
        return object;
    }

    /// {@return what an owner leads to, which it is told}
    private @Nullable Entity led(int path, Joined one, Entity owner, Row row, int column) {
        if (!one.placed()) {
            Entity read = joined(path, one, row, column);
            Prefetching.keep(owner, one.relation(), read);
            return read;
        }
        return switch (Relations.holder(owner, one.relation())) {
            case ToOne<?> key -> {
                Entity found = shared(path, one, key, row, column);
                key.take(found);
                yield found;
            }
            case RelatedOne<?> back -> {
                Entity read = joined(path, one, row, column);
                back.take(read == null ? List.of() : List.of(read));
                yield read;
            }
            case Related<?> _, ManyToMany<?> _, GenericForeignKey<?> _ ->
                    throw new IllegalStateException(one.relation() + " leads to many rows.");
        };
    }

    private @Nullable Entity shared(int path, Joined one, ToOne<?> place, Row row, int column) {
        Object key = place instanceof ForeignKey<?> ? place.key() : null;
        if (key == null) {
            return joined(path, one, row, column);
        }
        Entity found = known(path).get(key);
        if (found == null) {
            found = joined(path, one, row, column);
            if (found != null) {
                known(path).put(key, found);
            }
        }
        return found;
    }

    private KnownRows known(int path) {
        KnownRows all = known[path];
        if (all == null) {
            all = new KnownRows(most);
            known[path] = all;
        }
        return all;
    }

    private @Nullable Entity joined(int path, Joined one, Row row, int first) {
        if (row.isNull(first + one.columns().at(one.target().keyNumbers()[0]))) {
            return null;
        }
        Entity read = object(one.target(), row, first, one.columns());
        if (one.related()) {
            joinedRows.get(path).add(read);
        }
        fresh[path] = true;
        return read;
    }

    private <E extends Entity> E object(
            ModelMapping<E> model, Row row, int first, Columns columns) {
        E object = model.create();
        model.attach(object);
        int[] some = columns.some();
        if (some == null) {
            model.loadAll(object, row, first);
        } else {
            for (int i = 0; i < some.length; i++) {
                model.load(object, some[i], row, first + i);
            }
        }
        BitSet loaded = columns.loaded();
        EntityState.begin(model, object, loaded == null ? whole : whole.with(loaded));
        ModelSignals.loaded(object);
        return object;
    }
}
