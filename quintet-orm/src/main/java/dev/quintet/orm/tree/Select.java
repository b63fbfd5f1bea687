package dev.quintet.orm.tree;

import dev.quintet.orm.ModelMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A query over one model, not yet SQL. Immutable: each change makes a new one.
///
/// @param model what it asks for
/// @param steps what was asked, call by call: a condition for each filter or exclude, an {@link
///   Node.Annotate} for each named value, a {@link Node.Touch} for columns. Their order and the
///   border between calls matter for relations to many rows, as in Django
/// @param order what rows are sorted by; `null` means the model's own ordering
/// @param offset how many rows are skipped
/// @param limit how many rows come at most; `null` for all
/// @param distinct whether equal rows come once
/// @param joined relations to one row that are loaded along, in the same statement
/// @param columns what a row consists of when it is not an entity; `null` for entities
/// @param none whether it is known to have no rows
/// @param extras what few queries ask for
public record Select(
        ModelMapping<?> model,
        List<Node> steps,
        @Nullable List<Ordering> order,
        long offset,
        @Nullable Long limit,
        boolean distinct,
        List<FieldPath> joined,
        @Nullable List<Column> columns,
        boolean none,
        Extras extras) {

    /// A named value.
    ///
    /// @param name how entities and templates call it
    /// @param value what it is
    public record Annotation(String name, Node value) {}

    /// A column of rows that are not entities.
    ///
    /// @param name how maps call it, or `null` where it has none
    /// @param value what it is
    public record Column(@Nullable String name, Node value) {}

    /// Keeps copies.
    public Select {
        Objects.requireNonNull(model, "model");
        steps = List.copyOf(steps);
        order = order == null ? null : List.copyOf(order);
        joined = List.copyOf(joined);
        columns = columns == null ? null : List.copyOf(columns);
    }

    /// {@return all rows of a model, in its own order}
    public static Select from(ModelMapping<?> model) {
        return new Select(
                model, List.of(), null, 0, null, false, List.of(), null, false, Extras.NONE);
    }

    private Select withSteps(List<Node> steps) {
        return new Select(
                model, steps, order, offset, limit, distinct, joined, columns, none, extras);
    }

    /// {@return these rows, less those that do not meet `condition`}
    public Select filter(Node condition) {
        return withSteps(with(steps, condition));
    }

    /// {@return these rows in another order; an empty list means none in particular}
    public Select orderBy(@Nullable List<Ordering> order) {
        return new Select(
                model, steps, order, offset, limit, distinct, joined, columns, none, extras);
    }

    private Select cut(long offset, @Nullable Long limit) {
        return new Select(
                model, steps, order, offset, limit, distinct, joined, columns, none, extras);
    }

    /// {@return part of these rows: counted from their own beginning, never past their own end}
    public Select slice(long skip, @Nullable Long most) {
        Long rest = limit == null ? null : Long.valueOf(Math.max(0, limit - skip));
        Long least =
                most == null || rest == null
                        ? (most == null ? rest : most)
                        : Long.valueOf(Math.min(rest, most));
        return cut(offset + skip, least);
    }

    /// {@return these rows, all of them, in no order}
    public Select unsliced() {
        return cut(0, null);
    }

    /// {@return two of these rows at most, to tell whether there is just one; a slice keeps its
    /// order and its end}
    ///
    /// @param condition what they must meet besides, or `null`
    public Select atMostTwo(@Nullable Node condition) {
        return new Select(
                model,
                condition == null ? steps : with(steps, condition),
                sliced() ? order : List.of(),
                offset,
                limit == null ? Long.valueOf(2) : Long.valueOf(Math.min(2, limit)),
                distinct,
                joined,
                columns,
                none,
                extras);
    }

    /// {@return these rows, equal ones once}
    public Select asDistinct() {
        return new Select(model, steps, order, offset, limit, true, joined, columns, none, extras);
    }

    /// {@return these rows with relations loaded along}
    public Select joining(List<FieldPath> joined) {
        return new Select(
                model, steps, order, offset, limit, distinct, joined, columns, none, extras);
    }

    /// {@return these rows as columns rather than entities}
    public Select selecting(List<Node> columns) {
        return selectingColumns(columns.stream().map(node -> new Column(null, node)).toList());
    }

    /// {@return these rows as columns rather than entities, whose joins are shared from here on}
    public Select selectingColumns(@Nullable List<Column> columns) {
        List<Node> touched =
                columns == null ? List.of() : columns.stream().map(Column::value).toList();
        boolean joins = touched.stream().anyMatch(Select::reaches);
        return new Select(
                model,
                joins ? with(steps, new Node.Touch(touched)) : steps,
                columns == null ? order : ordered(columns),
                offset,
                limit,
                distinct,
                List.of(),
                columns,
                none,
                extras);
    }

    /// A relation in the order stands for its model's own order, unless a column has its name.
    private @Nullable List<Ordering> ordered(List<Column> columns) {
        if (order == null || order.stream().allMatch(key -> key.relation() == null)) {
            return order;
        }
        List<Ordering> keys = new ArrayList<>();
        String last = null;
        for (Ordering key : order) {
            String relation = key.relation();
            boolean down = relation != null && relation.startsWith("-");
            Node column =
                    relation == null
                            ? null
                            : column(columns, down ? relation.substring(1) : relation);
            if (column == null || relation == null) {
                keys.add(key);
            } else if (!Objects.equals(relation, last)) {
                keys.add(new Ordering(column, down, key.nullsFirst()));
            }
            last = relation;
        }
        return keys;
    }

    /// {@return the column of a name, or `null`}
    public @Nullable Node column(String name) {
        return columns == null ? null : column(columns, name);
    }

    private static @Nullable Node column(List<Column> columns, String name) {
        for (Column column : columns) {
            if (name.equals(column.name())) {
                return column.value();
            }
        }
        return null;
    }

    private static boolean reaches(Node node) {
        return node instanceof Node.Field(var path) && path.names().size() > 1;
    }

    /// {@return these rows with one more named value}
    public Select annotated(Annotation annotation) {
        return annotated(annotation.name(), annotation.value(), true);
    }

    /// {@return these rows with one more named value}
    ///
    /// @param shown whether the rows carry it
    public Select annotated(String name, Node value, boolean shown) {
        List<Column> more = columns;
        if (shown && columns != null) {
            more = with(columns, new Column(name, new Node.Ref(name)));
        }
        Extras rest = extras;
        if (value.any(Node.Aggregate.class::isInstance)) {
            rest = extras.grouped(columns == null ? Grouping.WHOLE : Grouping.by(columns, this));
        }
        return new Select(
                model,
                with(steps, new Node.Annotate(name, value, shown)),
                order,
                offset,
                limit,
                distinct,
                joined,
                more,
                none,
                rest);
    }

    /// {@return no rows}
    public Select empty() {
        return new Select(
                model, steps, order, offset, limit, distinct, joined, columns, true, extras);
    }

    /// {@return these rows with what few queries ask for}
    public Select with(Extras extras) {
        return new Select(
                model, steps, order, offset, limit, distinct, joined, columns, none, extras);
    }

    /// {@return these rows with other steps}
    public Select stepping(List<Node> steps) {
        return withSteps(steps);
    }

    /// {@return whether it is a slice: filters may not be added to one}
    public boolean sliced() {
        return offset > 0 || limit != null;
    }

    /// {@return the named values that rows carry, in their order}
    public List<Annotation> annotations() {
        List<Annotation> shown = List.of();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Node.Annotate(var name, var value, var carried)
                    && carried) {
                if (shown.isEmpty()) {
                    shown = new ArrayList<>();
                }
                shown.removeIf(known -> known.name().equals(name));
                shown.add(new Annotation(name, value));
            }
        }
        return shown;
    }

    /// {@return the value of a name, or `null`}
    public @Nullable Node annotation(String name) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Node.Annotate(var known, var value, var _)
                    && known.equals(name)) {
                return value;
            }
        }
        return null;
    }

    /// {@return the first name of paths over a relation that goes by this name; the name itself
    /// where there is none}
    public String relatedStep(String name) {
        for (Node step : steps) {
            if (step instanceof Node.Relate relate && relate.name().equals(name)) {
                return relate.step();
            }
        }
        return name;
    }

    /// {@return all names of values, shown or not}
    public List<String> annotationNames() {
        List<String> names = new ArrayList<>(0);
        for (Node step : steps) {
            if (step instanceof Node.Annotate annotate && !names.contains(annotate.name())) {
                names.add(annotate.name());
            }
        }
        return names;
    }

    private static <T> List<T> with(List<T> all, T oneMore) {
        if (all.isEmpty()) {
            return List.of(oneMore);
        }
        List<T> more = new ArrayList<>(all.size() + 1);
        more.addAll(all);
        more.add(oneMore);
        return more;
    }

    /// Made of what tells queries apart most; plans are looked up by it on every call.
    @Override
    public int hashCode() {
        int hash = System.identityHashCode(model);
        hash = 31 * hash + steps.hashCode();
        hash = 31 * hash + (order == null ? 0 : order.hashCode());
        return 31 * hash + (columns == null ? 0 : columns.hashCode());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // there is one mapping of each model
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof Select same
                        && model == same.model
                        && offset == same.offset
                        && distinct == same.distinct
                        && none == same.none
                        && Objects.equals(limit, same.limit)
                        && Lists.equal(steps, same.steps)
                        && Lists.equal(order, same.order)
                        && Lists.equal(joined, same.joined)
                        && Lists.equal(columns, same.columns)
                        && extras.equals(same.extras));
    }
}
