package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.template.AltersData;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookups;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of a model, narrowed, ordered and cut in any number of steps. Django: `QuerySet`.
///
/// Every step gives a new QuerySet and leaves this one as it is; nothing is sent to the database
/// before rows, a count or an answer are asked for. Start from the model's catalogue:
/// `Albums.filter(...)`.
///
/// @param <M> the model
public final class QuerySet<M extends Entity> extends Rows<M> {

    private final ModelMapping<M> mapping;
    private final List<FieldPath> prefetched;
    private final @Nullable FetchMode fetchMode;

    private QuerySet(
            ModelMapping<M> mapping,
            Select tree,
            String alias,
            List<FieldPath> prefetched,
            @Nullable FetchMode fetchMode) {
        super(tree, alias);
        this.mapping = mapping;
        this.prefetched = prefetched;
        this.fetchMode = fetchMode;
    }

    /// {@return all rows of a model}
    public static <M extends Entity> QuerySet<M> of(ModelMapping<M> mapping) {
        return new QuerySet<>(mapping, Select.from(mapping), Databases.DEFAULT, List.of(), null);
    }

    /// {@return all rows of a model}
    public static <M extends Entity> QuerySet<M> of(Class<M> model) {
        return of(Mappings.of(model));
    }

    private QuerySet<M> with(Select tree) {
        return new QuerySet<>(mapping, tree, alias(), prefetched, fetchMode);
    }

    /// {@return the model's mapping}
    public ModelMapping<M> mapping() {
        return mapping;
    }

    /// {@return the rows that meet all conditions, which speak of the same related row}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> filter(Condition<? super M>... conditions) {
        return conditions.length == 0 ? this : filter(Conditions.all(List.of(conditions)));
    }

    /// {@return the rows that meet a condition told by names, for what is not known beforehand}
    ///
    /// @param lookup names of fields and, at the end, how to compare: `artist__name__icontains`;
    ///   held against the model, so that a visitor's text is an error at worst
    /// @param value what to compare with; null asks for rows without a value
    public QuerySet<M> filter(String lookup, @Nullable Object value) {
        return filter(Lookups.condition(mapping, lookup, value));
    }

    /// {@return the rows that do not meet all conditions}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> exclude(Condition<? super M>... conditions) {
        return conditions.length == 0
                ? this
                : filter(new Node.Not(Conditions.all(List.of(conditions))));
    }

    /// {@return the rows that do not meet a condition told by names}
    public QuerySet<M> exclude(String lookup, @Nullable Object value) {
        return filter(new Node.Not(Lookups.condition(mapping, lookup, value)));
    }

    QuerySet<M> filter(Node condition) {
        refuseSlice("filtered");
        return with(tree().filter(condition));
    }

    /// {@return the rows in another order; without keys in none in particular}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> orderBy(Sort<? super M>... keys) {
        refuseSlice("ordered");
        List<Ordering> order = new ArrayList<>(keys.length);
        for (Sort<? super M> key : keys) {
            order.add(key.ordering());
        }
        return with(tree().orderBy(order));
    }

    /// {@return the rows in an order told by names; `-` before one means downwards}
    public QuerySet<M> orderBy(String key, String... more) {
        refuseSlice("ordered");
        return with(
                tree().orderBy(
                                Stream.concat(Stream.of(key), Arrays.stream(more))
                                        .map(name -> Lookups.ordering(mapping, name))
                                        .toList()));
    }

    /// {@return the rows the other way round}
    public QuerySet<M> reverse() {
        refuseSlice("reversed");
        List<Ordering> turned = new ArrayList<>();
        for (Ordering one : effectiveOrder()) {
            Boolean nulls = one.nullsFirst() == null ? null : Boolean.valueOf(!one.nullsFirst());
            turned.add(new Ordering(one.by(), !one.descending(), nulls));
        }
        return with(tree().orderBy(turned));
    }

    /// {@return the rows, equal ones once}
    public QuerySet<M> distinct() {
        return with(tree().asDistinct());
    }

    /// {@return the rows with relations to one row loaded along, in the same statement}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> selectRelated(Relation<? super M, ?>... relations) {
        List<FieldPath> joined = new ArrayList<>(tree().joined());
        for (Relation<? super M, ?> relation : relations) {
            joined.add(Lookups.toOnePath(mapping, ((Node.Field) relation.node()).path()));
        }
        return with(tree().joining(joined));
    }

    /// {@return the rows with relations loaded behind them, in one statement each}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final QuerySet<M> prefetchRelated(Relation<? super M, ?>... relations) {
        List<FieldPath> more = new ArrayList<>(prefetched);
        for (Relation<? super M, ?> relation : relations) {
            more.add(((Node.Field) relation.node()).path());
        }
        return new QuerySet<>(mapping, tree(), alias(), List.copyOf(more), fetchMode);
    }

    /// {@return the rows, whose relations do this when they are touched}
    public QuerySet<M> fetchMode(FetchMode mode) {
        return new QuerySet<>(mapping, tree(), alias(), prefetched, mode);
    }

    /// {@return the first rows, `most` of them at most}
    public QuerySet<M> limit(long most) {
        return part(0, most);
    }

    /// {@return the rows behind the first `skipped`}
    public QuerySet<M> offset(long skipped) {
        return part(skipped, null);
    }

    @Override
    QuerySet<M> part(long offset, @Nullable Long most) {
        if (offset < 0 || (most != null && most < 0)) {
            throw new QueryException(
                    Problem.of("orm.E043", "A slice cannot begin or end before the first row.")
                            .because("It was asked for " + most + " rows from " + offset + ".")
                            .fixedBy("Reverse the order to read from the end."));
        }
        return with(tree().slice(offset, most));
    }

    /// {@return the rows, each with a named value besides its fields}
    public QuerySet<M> annotate(String name, Expression<? super M, ?> value) {
        if (mapping.names().contains(name)) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E044",
                                    mapping.state().name() + " has a field '" + name + "' already.")
                            .fixedBy("Choose another name for the annotation."));
        }
        return with(tree().annotated(new Select.Annotation(name, value.node())));
    }

    /// {@return no rows, whatever is asked}
    public QuerySet<M> none() {
        return with(tree().empty());
    }

    /// {@return the rows of another database}
    public QuerySet<M> using(String alias) {
        return new QuerySet<>(mapping, tree(), alias, prefetched, fetchMode);
    }

    /// {@return the rows, locked until the transaction ends, where the database can}
    public QuerySet<M> selectForUpdate() {
        return with(tree().forUpdate());
    }

    /// {@return this QuerySet, not loaded}
    public QuerySet<M> all() {
        return with(tree());
    }

    /// {@return what `step` makes of this QuerySet: to put reusable steps into a chain}
    public <T> T then(Function<? super QuerySet<M>, ? extends T> step) {
        return step.apply(this);
    }

    /// {@return the one row that meets all conditions}
    ///
    /// @throws DoesNotExist when none does
    /// @throws MultipleObjectsReturned when several do
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final M get(Condition<? super M>... conditions) {
        List<M> found = found(List.of(conditions));
        if (found.isEmpty()) {
            throw DoesNotExist.of(mapping);
        }
        return found.getFirst();
    }

    /// {@return the one row that meets all conditions; in a view, none means a page 404}
    ///
    /// @throws NoSuchRowException when none does
    /// @throws MultipleObjectsReturned when several do
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final M getOr404(Condition<? super M>... conditions) {
        List<M> found = found(List.of(conditions));
        if (found.isEmpty()) {
            throw new NoSuchRowException(mapping);
        }
        return found.getFirst();
    }

    private List<M> found(List<Condition<? super M>> conditions) {
        if (!conditions.isEmpty()) {
            refuseSlice("filtered");
        }
        Node all = conditions.isEmpty() ? null : Conditions.all(conditions);
        List<M> found = with(tree().atMostTwo(all)).list();
        if (found.size() > 1) {
            throw new MultipleObjectsReturned(mapping);
        }
        return found;
    }

    @Override
    public Optional<M> first() {
        boolean ordered = !effectiveOrder().isEmpty() || tree().sliced();
        return ordered ? super.first() : byKey(false).superFirst();
    }

    /// {@return the last row, if there is one}
    public Optional<M> last() {
        return (effectiveOrder().isEmpty() ? byKey(true) : reverse()).superFirst();
    }

    private Optional<M> superFirst() {
        return super.first();
    }

    private QuerySet<M> byKey(boolean descending) {
        Node key = new Node.Field(FieldPath.of(mapping.key().name()));
        return with(tree().orderBy(List.of(new Ordering(key, descending, null))));
    }

    private List<Ordering> effectiveOrder() {
        List<Ordering> own = tree().order();
        return own != null
                ? own
                : mapping.state().ordering().stream()
                        .map(name -> Lookups.ordering(mapping, name))
                        .toList();
    }

    /// Changes all rows in one statement; objects already loaded do not notice.
    ///
    /// @return how many rows there were
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final int update(Assignment<? super M>... assignments) {
        if (tree().none() || assignments.length == 0) {
            return 0;
        }
        return Updating.update(
                mapping,
                tree(),
                alias(),
                Arrays.stream(assignments).map(Assignment::field).toList(),
                Arrays.stream(assignments).map(Assignment::value).toList());
    }

    /// {@return the row with these values; made where there is none. Safe against others that do
    /// the same, where the database guards that there is one}
    ///
    /// @param rest what else a new one holds
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<M> getOrCreate(
            Consumer<? super M> rest, Assignment<? super M>... values) {
        return Creating.getOrCreate(this, rest, List.of(values));
    }

    /// {@return the row with these values, changed; made where there is none}
    ///
    /// @param changes what it holds then, old or new
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<M> updateOrCreate(
            Consumer<? super M> changes, Assignment<? super M>... values) {
        return Creating.updateOrCreate(this, changes, changes, List.of(values));
    }

    /// {@return the row with these values, changed; made where there is none}
    ///
    /// @param changes what an old one holds then
    /// @param rest what a new one holds
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<M> updateOrCreate(
            Consumer<? super M> changes,
            Consumer<? super M> rest,
            Assignment<? super M>... values) {
        return Creating.updateOrCreate(this, changes, rest, List.of(values));
    }

    /// {@return a new object, saved to this QuerySet's database}
    public M create(Consumer<? super M> fill) {
        M made = mapping.blank();
        fill.accept(made);
        Saving.save(made, Saving.Way.INSERT, alias());
        return made;
    }

    /// Writes new objects by few statements, silently. They get their keys.
    public void bulkCreate(List<? extends M> objects) {
        Bulk.create(mapping, objects, alias(), BulkOptions.plain());
    }

    /// Writes new objects by few statements, silently.
    public void bulkCreate(List<? extends M> objects, BulkOptions options) {
        Bulk.create(mapping, objects, alias(), options);
    }

    /// Writes some fields of objects that have rows, by few statements, silently.
    ///
    /// @return how many rows there were
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final int bulkUpdate(List<? extends M> objects, Selectable<? super M>... fields) {
        List<String> names = Arrays.stream(fields).map(Assignment::nameOf).toList();
        return Bulk.update(mapping, objects, alias(), names, 0);
    }

    /// Deletes all rows, and those that lead to them where the relation says so.
    ///
    /// @throws ProtectedException when others lead to them that must not go
    @AltersData
    public DeletedRows delete() {
        return Deleting.delete(this);
    }

    /// {@return this query, tied to a row of the one around: for `exists` and `subquery`}
    public <O, V> Correlated<M, O> on(Expression<? super M, V> inner, Expression<O, V> outer) {
        return new Correlated<>(Correlated.tie(tree(), inner, outer));
    }

    /// {@return one value over all rows, or `null` when there is nothing to make it of}
    public <V extends Number> @Nullable V aggregate(Aggregate<? super M, V> aggregate) {
        List<@Nullable Object> one =
                new SelectedRows<@Nullable Object>(
                                tree().orderBy(List.of()).selecting(List.of(aggregate.node())),
                                alias(),
                                values -> values[0])
                        .load();
        @SuppressWarnings("unchecked") // the column is read as the aggregate's type
        V value = (V) one.getFirst();
        return value;
    }

    /// {@return the rows as one value each}
    @SuppressWarnings({"unchecked", "NullAway"}) // the column is read as the expression's type
    public <A> Rows<A> select(Expression<? super M, A> a) {
        return selected(values -> (A) values[0], a);
    }

    /// {@return the rows as objects made of one value each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, T> Rows<T> select(Make.Of1<A, T> maker, Expression<? super M, A> a) {
        return selected(v -> maker.make((A) v[0]), a);
    }

    /// {@return the rows as objects made of 2 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, B, T> Rows<T> select(
            Make.Of2<A, B, T> maker, Expression<? super M, A> a, Expression<? super M, B> b) {
        return selected(v -> maker.make((A) v[0], (B) v[1]), a, b);
    }

    /// {@return the rows as objects made of 3 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, B, C, T> Rows<T> select(
            Make.Of3<A, B, C, T> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c) {
        return selected(v -> maker.make((A) v[0], (B) v[1], (C) v[2]), a, b, c);
    }

    /// {@return the rows as objects made of 4 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, B, C, D, T> Rows<T> select(
            Make.Of4<A, B, C, D, T> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d) {
        return selected(v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3]), a, b, c, d);
    }

    /// {@return the rows as objects made of 5 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, B, C, D, E, T> Rows<T> select(
            Make.Of5<A, B, C, D, E, T> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e) {
        return selected(
                v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]), a, b, c, d, e);
    }

    /// {@return the rows as objects made of 6 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, B, C, D, E, F, T> Rows<T> select(
            Make.Of6<A, B, C, D, E, F, T> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e,
            Expression<? super M, F> f) {
        return selected(
                v -> maker.make((A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]),
                a,
                b,
                c,
                d,
                e,
                f);
    }

    /// {@return the rows as objects made of 7 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, B, C, D, E, F, G, T> Rows<T> select(
            Make.Of7<A, B, C, D, E, F, G, T> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e,
            Expression<? super M, F> f,
            Expression<? super M, G> g) {
        return selected(
                v ->
                        maker.make(
                                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5],
                                (G) v[6]),
                a,
                b,
                c,
                d,
                e,
                f,
                g);
    }

    /// {@return the rows as objects made of 8 values each}
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // each column is read as its expression's type; NULL is null
    public <A, B, C, D, E, F, G, H, T> Rows<T> select(
            Make.Of8<A, B, C, D, E, F, G, H, T> maker,
            Expression<? super M, A> a,
            Expression<? super M, B> b,
            Expression<? super M, C> c,
            Expression<? super M, D> d,
            Expression<? super M, E> e,
            Expression<? super M, F> f,
            Expression<? super M, G> g,
            Expression<? super M, H> h) {
        return selected(
                v ->
                        maker.make(
                                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5],
                                (G) v[6], (H) v[7]),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h);
    }

    private <T> Rows<T> selected(SelectedRows.Maker<T> maker, Expression<?, ?>... expressions) {
        List<Node> nodes = new ArrayList<>(expressions.length);
        for (Expression<?, ?> expression : expressions) {
            nodes.add(expression.node());
        }
        return new SelectedRows<>(tree().selecting(nodes), alias(), maker);
    }

    @Override
    List<M> load() {
        return Loading.entities(database(), mapping, tree(), prefetched, fetchMode);
    }

    @Override
    public Stream<M> stream() {
        return Loading.stream(database(), mapping, tree(), prefetched, fetchMode);
    }

    private void refuseSlice(String what) {
        if (tree().sliced()) {
            throw new QueryException(
                    Problem.of("orm.E045", "A slice cannot be " + what + ".")
                            .because("Its rows are already chosen by their number.")
                            .fixedBy("Filter and order first, then limit() and offset()."));
        }
    }
}
