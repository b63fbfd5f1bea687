package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.AltersData;
import dev.quintet.orm.connection.SqlStatement;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of a model, narrowed, ordered and cut in any number of steps. Django: `QuerySet`.
///
/// Every step gives a new QuerySet and leaves this one as it is; nothing is sent to the database
/// before rows, a count or an answer are asked for. Start from the model's catalogue:
/// `Albums.filter(...)`.
///
/// @param <M> the model
public final class QuerySet<M extends Entity> extends Selecting<M, M, QuerySet<M>> {

    private static final SqlStatement.Parameter TABLE_NAME =
            new SqlStatement.Parameter(null, false);

    private final List<Prefetch> prefetched;
    private final @Nullable FetchMode fetchMode;

    private QuerySet(
            ModelMapping<M> mapping,
            Select tree,
            String alias,
            List<Prefetch> prefetched,
            @Nullable FetchMode fetchMode) {
        super(mapping, tree, alias);
        this.prefetched = prefetched;
        this.fetchMode = fetchMode;
    }

    /// {@return all rows of a model}
    public static <M extends Entity> QuerySet<M> of(ModelMapping<M> mapping) {
        return new QuerySet<>(mapping, mapping.rows(), Routed.UNCHOSEN, List.of(), null);
    }

    /// {@return all rows of a model}
    public static <M extends Entity> QuerySet<M> of(Class<M> model) {
        return of(Mappings.of(model));
    }

    @Override
    QuerySet<M> with(Select tree) {
        return new QuerySet<>(mapping(), tree, alias(), prefetched, fetchMode);
    }

    /// {@return the rows with relations to one row loaded along, in the same statement}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> selectRelated(Relation<? super M, ?>... relations) {
        List<FieldPath> joined = new ArrayList<>(tree().joined());
        for (Relation<? super M, ?> another : relations) {
            joined.add(ToOnePaths.checked(mapping(), pathOf(another)));
        }
        return with(tree().joining(joined));
    }

    /// {@return the rows with relations to one row loaded along, in the same statement}
    ///
    /// @param relation names, `__` between those of a path
    public QuerySet<M> selectRelated(String relation, String... more) {
        List<FieldPath> joined = new ArrayList<>(tree().joined());
        joined.add(ToOnePaths.checked(mapping(), Names.path(relation)));
        for (String another : more) {
            joined.add(ToOnePaths.checked(mapping(), Names.path(another)));
        }
        return with(tree().joining(joined));
    }

    /// {@return the rows with all relations loaded along that always lead somewhere}
    public QuerySet<M> selectRelated() {
        return with(tree().joining(ToOnePaths.required(mapping())));
    }

    /// {@return the rows without any relation loaded along}
    public QuerySet<M> selectRelatedNone() {
        return with(tree().joining(List.of()));
    }

    private static FieldPath pathOf(Relation<?, ?> relation) {
        return ((Node.Field) relation.node()).path();
    }

    /// {@return the rows with relations loaded behind them, in one statement each}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> prefetchRelated(Relation<? super M, ?>... relations) {
        return prefetching(Arrays.stream(relations).map(Prefetch::of).toList());
    }

    /// {@return the rows with relations loaded behind them, in one statement each}
    ///
    /// @param relation names, `__` between those of a path
    public QuerySet<M> prefetchRelated(String relation, String... more) {
        return prefetching(
                Stream.concat(Stream.of(relation), Arrays.stream(more)).map(Prefetch::of).toList());
    }

    /// {@return the rows with parts of relations loaded behind them, in one statement each}
    public QuerySet<M> prefetchRelated(Prefetch first, Prefetch... more) {
        return prefetching(Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    private QuerySet<M> prefetching(List<Prefetch> added) {
        List<Prefetch> all = new ArrayList<>(prefetched);
        all.addAll(added);
        return new QuerySet<>(mapping(), tree(), alias(), List.copyOf(all), fetchMode);
    }

    /// {@return the rows without anything loaded behind them}
    public QuerySet<M> prefetchRelatedNone() {
        return new QuerySet<>(mapping(), tree(), alias(), List.of(), fetchMode);
    }

    /// {@return the rows with these fields loaded, and the key; others are loaded when {@link
    /// Column#of} or `refresh` ask for them}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> only(Selectable<? super M>... columns) {
        return only(Arrays.stream(columns).map(c -> c.node()).toList());
    }

    /// {@return the rows with these fields loaded, and the key}
    public QuerySet<M> only(String field, String... more) {
        return only(DeferredFields.nodes(tree(), field, more));
    }

    private QuerySet<M> only(List<Node> fields) {
        return with(DeferredFields.only(tree(), fields));
    }

    /// {@return the rows with all fields loaded but these}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> defer(Selectable<? super M>... columns) {
        return with(
                DeferredFields.defer(tree(), Arrays.stream(columns).map(c -> c.node()).toList()));
    }

    /// {@return the rows with all fields loaded but these}
    public QuerySet<M> defer(String field, String... more) {
        return with(DeferredFields.defer(tree(), DeferredFields.nodes(tree(), field, more)));
    }

    /// {@return the rows, whose relations do this when they are touched}
    public QuerySet<M> fetchMode(FetchMode mode) {
        return new QuerySet<>(mapping(), tree(), alias(), prefetched, mode);
    }

    /// {@return the rows of another database}
    public QuerySet<M> using(String alias) {
        return new QuerySet<>(mapping(), tree(), alias, prefetched, fetchMode);
    }

    /// {@return the rows, locked until the transaction ends, where the database can}
    public QuerySet<M> selectForUpdate() {
        return selectForUpdate(Locking.rows());
    }

    /// {@return the rows, locked until the transaction ends}
    ///
    /// Outside of a transaction it is an error: the locks would be gone at once.
    public QuerySet<M> selectForUpdate(Locking how) {
        return with(tree().with(tree().extras().locking(how.locks())));
    }

    /// {@return the objects of these keys, by their keys; keys that no row has are not in it}
    public Map<Object, M> inBulk(Collection<?> keys) {
        return inBulk(keys, "pk");
    }

    /// {@return all objects by their keys}
    public Map<Object, M> inBulk() {
        return InBulk.of(this, null, "pk");
    }

    /// {@return the objects of these values of a field, by the value}
    ///
    /// @param field one in which no two rows agree
    public Map<Object, M> inBulk(@Nullable Collection<?> values, String field) {
        return InBulk.of(this, values, field);
    }

    @Override
    boolean holds(Object row) {
        if (!mapping().type().isInstance(row)) {
            throw new QueryException(
                    Problem.of(
                            "orm.E122", "'" + row + "' is no " + mapping().state().name() + "."));
        }
        Node same = new Node.Compare(Lookup.EXACT, KeyNodes.whole(mapping()), new Node.Value(row));
        return tree().sliced() ? list().contains(row) : filter(same).exists();
    }

    /// Changes all rows in one statement; objects already loaded do not notice.
    ///
    /// @return how many rows there were
    @AltersData
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final int update(Assignment<? super M>... assignments) {
        return update(
                Arrays.stream(assignments).map(Assignment::field).toList(),
                Arrays.stream(assignments).map(Assignment::value).toList());
    }

    /// Changes all rows in one statement; objects already loaded do not notice.
    ///
    /// @param values by the name of the field: values, entities, expressions; null for NULL
    /// @return how many rows there were
    @AltersData
    public int update(Map<String, ? extends @Nullable Object> values) {
        List<FieldPath> fields = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        new LinkedHashMap<>(values)
                .forEach((name, value) -> {
                    Node field = Names.named(tree(), Names.path(name));
                    if (!(field instanceof Node.Field(var path)) || path.names().size() != 1) {
                        throw new UnknownFieldException(
                                mapping().state().name(), name, mapping().names());
                    }
                    fields.add(path);
                    nodes.add(Arguments.value(value));
                });
        return update(fields, nodes);
    }

    private int update(List<FieldPath> fields, List<Node> values) {
        if (tree().none() || fields.isEmpty()) {
            return 0;
        }
        refuseSlice("updated");
        List<Node> known = values.stream().map(value -> Names.resolve(tree(), value)).toList();
        return Updating.update(mapping(), tree(), writeAlias(), fields, known);
    }

    /// {@return the row with these values; made where there is none. Safe against others that do
    /// the same, where the database guards that there is one}
    ///
    /// @param rest what else a new one holds
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<M> getOrCreate(
            Consumer<? super M> rest, Assignment<? super M>... values) {
        return Creating.getOrCreate(this, rest, Wanted.of(List.of(values)));
    }

    /// {@return the row with these values, changed; made where there is none}
    ///
    /// @param changes what it holds then, old or new
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<M> updateOrCreate(
            Consumer<? super M> changes, Assignment<? super M>... values) {
        return Creating.updateOrCreate(this, changes, changes, Wanted.of(List.of(values)));
    }

    /// {@return the row with these values, changed; made where there is none}
    ///
    /// Where others do the same at the same time it may begin anew after a deadlock: what fills the
    /// object runs again then, on another one.
    ///
    /// @param changes what an old one holds then
    /// @param rest what a new one holds
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<M> updateOrCreate(
            Consumer<? super M> changes,
            Consumer<? super M> rest,
            Assignment<? super M>... values) {
        return Creating.updateOrCreate(this, changes, rest, Wanted.of(List.of(values)));
    }

    /// {@return the row that meets these lookups; made where there is none, of those that are plain
    /// names and of the defaults}
    ///
    /// @param lookups by name: values, entities; null for none
    /// @param defaults what else a new one holds, by the name of the field; a `Supplier` is asked
    ///   only where it is needed
    public GotOrCreated<M> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults) {
        return Creating.getOrCreate(
                this, made -> Wanted.write(mapping(), made, defaults), Wanted.of(lookups));
    }

    /// {@return the row that meets these lookups, changed; made where there is none}
    ///
    /// @param defaults what it holds then, old or new, by the name of the field
    public GotOrCreated<M> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults) {
        return updateOrCreate(lookups, defaults, defaults);
    }

    /// {@return the row that meets these lookups, changed; made where there is none}
    ///
    /// @param defaults what an old one holds then, by the name of the field
    /// @param createDefaults what a new one holds besides
    public GotOrCreated<M> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        return Creating.updateOrCreate(
                this,
                found -> Wanted.write(mapping(), found, defaults),
                made -> Wanted.write(mapping(), made, createDefaults),
                Wanted.of(lookups));
    }

    /// {@return the row behind this one by a field, the key among equals; nothing behind the last.
    /// Django: `get_next_by_FOO`}
    ///
    /// @param by a field of times or numbers that is not null
    public Optional<M> nextBy(Selectable<? super M> by, M row) {
        return Neighbours.of(this, row, Assignment.nameOf(by), true);
    }

    /// {@return the row before this one by a field, the key among equals; nothing before the first.
    /// Django: `get_previous_by_FOO`}
    ///
    /// @param by a field of times or numbers that is not null
    public Optional<M> previousBy(Selectable<? super M> by, M row) {
        return Neighbours.of(this, row, Assignment.nameOf(by), false);
    }

    /// {@return the row behind this one by a field told by its name}
    public Optional<M> nextBy(String by, M row) {
        return Neighbours.of(this, row, by, true);
    }

    /// {@return the row before this one by a field told by its name}
    public Optional<M> previousBy(String by, M row) {
        return Neighbours.of(this, row, by, false);
    }

    /// {@return whether another query asks the same database for the same rows in the same order}
    public boolean asksForTheSame(QuerySet<?> other) {
        return tree().equals(other.tree()) && alias().equals(other.alias());
    }

    /// {@return about how many rows the model's table has, whatever this query asks for, as the
    /// database remembers from the last time it looked; empty where it keeps no such figure. One
    /// short statement, however big the table is}
    public OptionalLong estimatedTableRows() {
        String sql = database().dialect().rowEstimate();
        if (sql.isEmpty()) {
            return OptionalLong.empty();
        }
        long rows =
                database()
                        .query(
                                new SqlStatement(sql, List.of(TABLE_NAME)),
                                new Object[] {mapping().state().table()},
                                (found, _) -> found.next() ? found.getLong(1) : -1L);
        return rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    /// {@return the rows as what they are: those that are rows of models that extend this one as
    /// objects of these, in one statement more for each such model}
    ///
    /// What the query annotated is on them; what it joined in or prefetched is not.
    public List<M> polymorphic() {
        return Polymorphic.of(this);
    }

    /// {@return a new object, saved to this QuerySet's database}
    public M create(Consumer<? super M> fill) {
        M made = mapping().blank();
        fill.accept(made);
        Saving.save(made, Saving.Way.INSERT, writeAlias());
        return made;
    }

    /// Writes new objects by few statements, silently. They get their keys.
    public void bulkCreate(List<? extends M> objects) {
        Bulk.create(mapping(), objects, writeAlias(), BulkOptions.plain());
    }

    /// Writes new objects by few statements, silently.
    public void bulkCreate(List<? extends M> objects, BulkOptions options) {
        Bulk.create(mapping(), objects, writeAlias(), options);
    }

    /// Writes some fields of objects that have rows, by few statements, silently.
    ///
    /// @return how many rows there were
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final int bulkUpdate(List<? extends M> objects, Selectable<? super M>... fields) {
        List<String> names = Arrays.stream(fields).map(Assignment::nameOf).toList();
        return Bulk.update(mapping(), objects, writeAlias(), names, 0);
    }

    /// Writes some fields of objects that have rows, by few statements, silently.
    ///
    /// @param field names, held against the model
    /// @return how many rows there were
    public int bulkUpdate(List<? extends M> objects, String field, String... more) {
        List<String> names = Stream.concat(Stream.of(field), Arrays.stream(more)).toList();
        return Bulk.update(mapping(), objects, writeAlias(), names, 0);
    }

    /// Deletes all rows, and those that lead to them where the relation says so.
    ///
    /// @throws ProtectedException when others lead to them that must not go
    @AltersData
    public DeletedRows delete() {
        refuseSlice("deleted");
        if (tree().distinct()) {
            throw new QueryException(
                    Problem.of("orm.E123", "Distinct rows cannot be deleted.")
                            .fixedBy("Leave distinct() out: a row is deleted once anyway."));
        }
        return Deleting.delete(this);
    }

    /// {@return this query, tied to a row of the one around: for `exists` and `subquery`}
    public <O, V> Correlated<M, O> on(Expression<? super M, V> inner, Expression<O, V> outer) {
        return new Correlated<>(Correlated.tie(tree(), inner, outer));
    }

    @Override
    List<M> load() {
        return Loading.entities(database(), mapping(), tree(), prefetched, fetchMode);
    }

    @Override
    public Stream<M> stream() {
        return Loading.stream(database(), mapping(), tree(), prefetched, fetchMode);
    }
}
