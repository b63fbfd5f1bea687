package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.tree.Extras;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Ordering;
import dev.quintet.orm.tree.Select;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A query in the making: what entities ({@link QuerySet}) and rows of values ({@link Selection})
/// have in common. Immutable: every step gives a new one, and none runs anything.
///
/// Names are held against the model and against what the query annotates, at the step that uses
/// them; values are always bound.
///
/// @param <M> the model that it starts from
/// @param <T> what a row becomes
/// @param <S> the kind of query itself
public abstract sealed class Query<
                M extends Entity, T extends @Nullable Object, S extends Query<M, T, S>>
        extends Rows<T> permits Selecting, Selection {

    private final ModelMapping<M> mapping;

    Query(ModelMapping<M> mapping, Select tree, String alias) {
        super(tree, alias);
        this.mapping = mapping;
    }

    /// {@return this kind of query over another tree}
    abstract S with(Select tree);

    /// {@return the model's mapping}
    public final ModelMapping<M> mapping() {
        return mapping;
    }

    /// {@return the rows that meet all conditions, which speak of the same related row}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S filter(Condition<? super M>... conditions) {
        return conditions.length == 0 ? with(tree()) : filter(Conditions.all(List.of(conditions)));
    }

    /// {@return the rows that meet a condition told by names, for what is not known beforehand}
    ///
    /// @param lookup names of fields and, at the end, how to compare: `artist__name__icontains`;
    ///   held against the model, so that a visitor's text is an error at worst
    /// @param value what to compare with, or an expression; null asks for rows without a value
    public final S filter(String lookup, @Nullable Object value) {
        return filter(Q.of(lookup, value).node());
    }

    /// {@return the rows that do not meet all conditions}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S exclude(Condition<? super M>... conditions) {
        return conditions.length == 0
                ? with(tree())
                : filter(new Node.Not(Conditions.all(List.of(conditions))));
    }

    /// {@return the rows that do not meet a condition told by names}
    public final S exclude(String lookup, @Nullable Object value) {
        return filter(new Node.Not(Q.of(lookup, value).node()));
    }

    final S filter(Node condition) {
        refuseSlice("filtered");
        return with(tree().filter(Names.resolve(tree(), condition)));
    }

    /// {@return the rows in another order; without keys in none in particular}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S orderBy(Sort<? super M>... keys) {
        refuseSlice("ordered");
        List<Ordering> order = new ArrayList<>(keys.length);
        for (Sort<? super M> key : keys) {
            key.addTo(order, tree());
        }
        return with(tree().orderBy(order));
    }

    /// {@return the rows in an order told by names; `-` before one means downwards, `?` no order}
    ///
    /// A relation stands for what its own model is ordered by.
    public final S orderBy(String key, String... more) {
        refuseSlice("ordered");
        List<Ordering> order = new ArrayList<>(Names.ordering(tree(), key));
        for (String another : more) {
            order.addAll(Names.ordering(tree(), another));
        }
        return with(tree().orderBy(order));
    }

    /// {@return the rows the other way round}
    public final S reverse() {
        refuseSlice("reversed");
        return with(tree().orderBy(effectiveOrder().stream().map(Ordering::turned).toList()));
    }

    /// {@return whether the rows come in an order, their own or the model's}
    public final boolean ordered() {
        boolean grouped = tree().order() == null && tree().extras().group() != null;
        return !grouped && !effectiveOrder().isEmpty();
    }

    final List<Ordering> effectiveOrder() {
        List<Ordering> own = tree().order();
        if (own != null) {
            return own;
        }
        List<Ordering> keys = new ArrayList<>();
        for (String name : mapping.state().ordering()) {
            keys.addAll(Names.ordering(tree(), name));
        }
        return keys;
    }

    /// {@return the rows, equal ones once}
    public final S distinct() {
        refuseSlice("made distinct");
        return with(tree().asDistinct());
    }

    /// {@return of rows that agree in these fields, only the first in the order}
    ///
    /// PostgreSQL only; the order must begin with the same fields.
    public final S distinct(String field, String... more) {
        refuseSlice("made distinct");
        List<Node> on = new ArrayList<>();
        Stream.concat(Stream.of(field), Arrays.stream(more))
                .forEach(name -> on.add(Names.named(tree(), Names.path(name))));
        return with(tree().asDistinct().with(tree().extras().distinctOn(on)));
    }

    /// {@return of rows that agree in these columns, only the first in the order}
    ///
    /// PostgreSQL only; the order must begin with the same columns.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S distinctOn(Selectable<? super M>... columns) {
        refuseSlice("made distinct");
        List<Node> on = Arrays.stream(columns).map(Selectable::node).toList();
        return with(tree().asDistinct().with(tree().extras().distinctOn(on)));
    }

    /// {@return the first rows, `most` of them at most}
    public final S limit(long most) {
        return part(0, most);
    }

    /// {@return the rows behind the first `skipped`}
    public final S offset(long skipped) {
        return part(skipped, null);
    }

    /// {@return the rows from number `from` on, up to and without number `to`, counted from 0; null
    /// leaves an end open. Django: `rows[from:to]`}
    public final S range(@Nullable Long from, @Nullable Long to) {
        long begin = from == null ? 0 : from;
        return part(
                begin, to == null ? null : Long.valueOf(to < begin && to >= 0 ? 0 : to - begin));
    }

    /// {@return the rows from number `from` on, up to and without number `to`, counted from 0}
    public final S range(long from, long to) {
        return range(Long.valueOf(from), Long.valueOf(to));
    }

    /// {@return the row of a number, counted from 0}
    ///
    /// @throws QueryException when there are not so many
    public final T at(long number) {
        List<T> one = part(number, 1L).list();
        if (one.isEmpty()) {
            throw new QueryException(
                    Problem.of("orm.E110", "There is no row number " + number + ".")
                            .fixedBy("Ask first() or exists() before."));
        }
        return one.getFirst();
    }

    @Override
    final S part(long offset, @Nullable Long most) {
        if (offset < 0 || (most != null && most < 0)) {
            throw new QueryException(
                    Problem.of("orm.E043", "A slice cannot begin or end before the first row.")
                            .because("It was asked for " + most + " rows from " + offset + ".")
                            .fixedBy("Reverse the order to read from the end."));
        }
        return with(tree().slice(offset, most));
    }

    /// {@return the rows, each with a named value besides its own}
    public final S annotate(String name, Expression<? super M, ?> value) {
        return annotated(name, value.node(), true);
    }

    /// {@return the rows, each with an aggregate under the name that it gives itself:
    /// `reviews__count`}
    public final S annotate(F aggregate) {
        return annotated(aggregate.defaultName(), aggregate.node(), true);
    }

    /// {@return the rows, with a relation that later steps may go by another name, to those of its
    /// rows that meet all conditions; rows without such ones stay. Django: `FilteredRelation`}
    ///
    /// `annotate("fine", FilteredRelation.of("reviews", Q.of("reviews__stars", 5)))`
    public final S annotate(String name, FilteredRelation relation) {
        return with(tree().stepping(relation.among(tree(), name)));
    }

    /// {@return the rows, with a named value that later steps may use but that rows do not carry}
    public final S alias(String name, Expression<? super M, ?> value) {
        return annotated(name, value.node(), false);
    }

    private S annotated(String name, Node value, boolean shown) {
        boolean field = taken(name);
        if (field || !name.matches("\\w[^\\s'\"`;%()]*")) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E044",
                                    field
                                            ? mapping.state().name()
                                                    + " has a field '"
                                                    + name
                                                    + "' already."
                                            : "'" + name + "' is no name for an annotation.")
                            .fixedBy("Choose another name for the annotation."));
        }
        refuseSliceOf(value);
        return with(tree().annotated(name, Names.resolve(tree(), value), shown));
    }

    /// Once columns are chosen, the names of the model's other fields are free.
    private boolean taken(String name) {
        return tree().columns() == null
                ? mapping.names().contains(name)
                : tree().column(name) != null && tree().annotation(name) == null;
    }

    private void refuseSliceOf(Node value) {
        if (tree().sliced() && value.any(Node.Aggregate.class::isInstance)) {
            refuseSlice("grouped");
        }
    }

    /// {@return no rows, whatever is asked}
    public final S none() {
        return with(tree().empty());
    }

    /// {@return this query, not run}
    public final S all() {
        return with(tree());
    }

    /// {@return what `step` makes of this query: to put reusable steps into a chain}
    @SuppressWarnings("unchecked") // S is the kind of query itself
    public final <R> R then(Function<? super S, ? extends R> step) {
        return step.apply((S) this);
    }

    /// {@return the rows of this query and of others, equal ones once}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S union(Query<?, ? extends T, ?>... others) {
        return combined(Extras.Combination.UNION, others);
    }

    /// {@return the rows of this query and of others, equal ones as often as they come}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S unionAll(Query<?, ? extends T, ?>... others) {
        return combined(Extras.Combination.UNION_ALL, others);
    }

    /// {@return the rows that this query and all others have}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S intersection(Query<?, ? extends T, ?>... others) {
        return combined(Extras.Combination.INTERSECT, others);
    }

    /// {@return the rows of this query that no other has}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final S difference(Query<?, ? extends T, ?>... others) {
        return combined(Extras.Combination.EXCEPT, others);
    }

    private S combined(Extras.Combination how, Query<?, ?, ?>[] others) {
        if (others.length == 0) {
            return with(tree());
        }
        List<Select> parts = new ArrayList<>();
        parts.add(tree());
        for (Query<?, ?, ?> other : others) {
            parts.add(other.tree());
        }
        Select around = Select.from(mapping).orderBy(List.of()).selectingColumns(tree().columns());
        Select named = tree().columns() == null ? around : named(around);
        return with(named.with(Extras.NONE.combined(new Extras.Combined(how, parts))));
    }

    /// The names of the first query's values are those of the whole.
    private Select named(Select around) {
        List<Node> names = new ArrayList<>();
        for (Node step : tree().steps()) {
            if (step instanceof Node.Annotate) {
                names.add(step);
            }
        }
        return around.stepping(names);
    }

    /// {@return the rows that this query and the other find, both made of filters over one model}
    public final S and(Query<M, ?, ?> other) {
        return merged(other, "and", Node.And::new);
    }

    /// {@return the rows that this query or the other finds}
    public final S or(Query<M, ?, ?> other) {
        return merged(other, "or", Node.Or::new);
    }

    /// {@return the rows that just one of this query and the other finds}
    public final S xor(Query<M, ?, ?> other) {
        return merged(other, "xor", Node.Xor::new);
    }

    private S merged(Query<M, ?, ?> other, String word, Function<List<Node>, Node> together) {
        boolean unfit =
                tree().sliced()
                        || other.tree().sliced()
                        || tree().extras().combined() != null
                        || other.tree().extras().combined() != null
                        || tree().distinct() != other.tree().distinct();
        if (unfit) {
            throw new QueryException(
                    Problem.of("orm.E111", "These queries cannot be joined by '" + word + "'.")
                            .because("Slices, unions and distinct rows are no mere filters.")
                            .fixedBy("Filter first; or use union() and intersection()."));
        }
        if (tree().none() || other.tree().none()) {
            return mergedWithNone(other, word);
        }
        Node mine = conditions(tree());
        Node others = conditions(other.tree());
        List<Node> steps = new ArrayList<>();
        for (Node step : tree().steps()) {
            if (step instanceof Node.Annotate) {
                steps.add(step);
            }
        }
        for (Node step : other.tree().steps()) {
            if (step instanceof Node.Annotate && !steps.contains(step)) {
                steps.add(step);
            }
        }
        if (word.equals("and")) {
            List<Node> both = new ArrayList<>(tree().steps());
            other.tree().steps().stream().filter(s -> !both.contains(s)).forEach(both::add);
            return with(tree().stepping(both));
        }
        steps.add(together.apply(List.of(mine, others)));
        return with(tree().stepping(steps));
    }

    private S mergedWithNone(Query<M, ?, ?> other, String word) {
        if (word.equals("and")) {
            return none();
        }
        return with(tree().none() ? other.tree().selectingColumns(tree().columns()) : tree());
    }

    private static Node conditions(Select tree) {
        List<Node> all = new ArrayList<>();
        for (Node step : tree.steps()) {
            boolean filters =
                    !(step instanceof Node.Annotate)
                            && !(step instanceof Node.Touch)
                            && !(step instanceof Node.Relate);
            if (filters) {
                all.add(step);
            }
        }
        return all.size() == 1 ? all.getFirst() : new Node.And(all);
    }

    /// {@return the one row that meets all conditions}
    ///
    /// @throws DoesNotExist when none does
    /// @throws MultipleObjectsReturned when several do
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final T get(Condition<? super M>... conditions) {
        List<T> found = found(List.of(conditions));
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
    public final T getOr404(Condition<? super M>... conditions) {
        List<T> found = found(List.of(conditions));
        if (found.isEmpty()) {
            throw new NoSuchRowException(mapping);
        }
        return found.getFirst();
    }

    private List<T> found(List<Condition<? super M>> conditions) {
        if (!conditions.isEmpty()) {
            refuseSlice("filtered");
        }
        Node all = conditions.isEmpty() ? null : Names.resolve(tree(), Conditions.all(conditions));
        List<T> found = with(tree().atMostTwo(all)).list();
        if (found.size() > 1) {
            throw new MultipleObjectsReturned(mapping);
        }
        return found;
    }

    @Override
    public final Optional<T> first() {
        boolean ordered = isLoaded() || ordered() || tree().sliced();
        return ordered ? super.first() : byKey(false).firstOfAll();
    }

    /// {@return the last row, if there is one}
    public final Optional<T> last() {
        refuseSlice("reversed");
        return (effectiveOrder().isEmpty() ? byKey(true) : reverse()).firstOfAll();
    }

    final Optional<T> firstOfAll() {
        return super.first();
    }

    private S byKey(boolean descending) {
        if (tree().extras().group() != null && tree().columns() != null) {
            return with(tree());
        }
        List<Ordering> order =
                KeyNodes.of(mapping).stream()
                        .map(key -> new Ordering(key, descending, null))
                        .toList();
        return with(tree().orderBy(order));
    }

    /// {@return the row that comes first by these names}
    ///
    /// @param names as in `orderBy`; none for those that the model names
    /// @throws DoesNotExist when there are no rows
    public final T earliest(String... names) {
        return outermost(false, names);
    }

    /// {@return the row that comes last by these names}
    ///
    /// @param names as in `orderBy`; none for those that the model names
    /// @throws DoesNotExist when there are no rows
    public final T latest(String... names) {
        return outermost(true, names);
    }

    private T outermost(boolean last, String... names) {
        refuseSlice("ordered");
        List<String> keys = names.length == 0 ? LatestBy.of(mapping) : List.of(names);
        List<Ordering> order = new ArrayList<>();
        for (String key : keys) {
            for (Ordering one : Names.ordering(tree(), key)) {
                order.add(last ? one.turned() : one);
            }
        }
        return with(tree().orderBy(order)).firstOfAll().orElseThrow(() -> DoesNotExist.of(mapping));
    }

    /// {@return values over all rows, in one statement}
    ///
    /// @param values by the name that the answer gives them; `LinkedHashMap` keeps their order
    public final Map<String, @Nullable Object> aggregate(
            Map<String, ? extends Expression<? super M, ?>> values) {
        List<Node> nodes = new ArrayList<>();
        Select known = tree();
        Map<String, Node> before = new LinkedHashMap<>();
        for (var entry : values.entrySet()) {
            Node node = Names.resolve(known, entry.getValue().node());
            Node whole = Summary.inlined(node, before);
            before.put(entry.getKey(), whole);
            known = known.stepping(Summary.named(known, entry.getKey(), whole));
            nodes.add(whole);
        }
        @Nullable Object[] found = Summary.of(database(), tree(), nodes);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        int i = 0;
        for (String name : values.keySet()) {
            answer.put(name, found[i++]);
        }
        return answer;
    }

    /// {@return one value over all rows, or `null` when there is nothing to make it of}
    @SuppressWarnings("unchecked") // the column is read as the expression's type
    public final <V> @Nullable V aggregate(Expression<? super M, V> value) {
        Node node = Names.resolve(tree(), value.node());
        return (V) Summary.of(database(), tree(), List.of(node))[0];
    }

    /// {@return how the database would find the rows, in its own words}
    public final String explain() {
        return explain(Explain.plan());
    }

    /// {@return how the database finds the rows}
    ///
    /// @throws QueryException when the database cannot tell it so
    public final String explain(Explain how) {
        return Explaining.of(database(), tree().with(tree().extras().explained(how.request())));
    }

    final void refuseSlice(String what) {
        if (tree().sliced()) {
            throw new QueryException(
                    Problem.of("orm.E045", "A slice cannot be " + what + ".")
                            .because("Its rows are already chosen by their number.")
                            .fixedBy("Filter and order first, then limit() and offset()."));
        }
        if (tree().extras().combined() != null
                && !what.equals("ordered")
                && !what.equals("reversed")) {
            throw new QueryException(
                    Problem.of("orm.E112", "A union cannot be " + what + ".")
                            .because("Its rows belong to no table.")
                            .fixedBy("Filter the queries that are put together."));
        }
    }
}
