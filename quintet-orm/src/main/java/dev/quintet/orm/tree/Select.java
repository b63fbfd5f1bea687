package dev.quintet.orm.tree;

import dev.quintet.orm.ModelMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A query over one model, not yet SQL. Immutable: each change makes a new one.
///
/// @param model what it asks for
/// @param filters one condition a call of filter or exclude; the border between calls matters for
///   relations to many rows, as in Django
/// @param order what rows are sorted by; `null` means the model's own ordering
/// @param offset how many rows are skipped
/// @param limit how many rows come at most; `null` for all
/// @param distinct whether equal rows come once
/// @param joined relations to one row that are loaded along, in the same statement
/// @param columns what a row consists of when it is not an entity; `null` for entities
/// @param annotations named values that each entity gets besides its fields
/// @param none whether it is known to have no rows
/// @param locked whether its rows are locked until the transaction ends
public record Select(
        ModelMapping<?> model,
        List<Node> filters,
        @Nullable List<Ordering> order,
        long offset,
        @Nullable Long limit,
        boolean distinct,
        List<FieldPath> joined,
        @Nullable List<Node> columns,
        List<Annotation> annotations,
        boolean none,
        boolean locked) {

    /// A named value.
    ///
    /// @param name how entities and templates call it
    /// @param value what it is
    public record Annotation(String name, Node value) {}

    /// Keeps copies.
    public Select {
        Objects.requireNonNull(model, "model");
        filters = List.copyOf(filters);
        order = order == null ? null : List.copyOf(order);
        joined = List.copyOf(joined);
        columns = columns == null ? null : List.copyOf(columns);
        annotations = List.copyOf(annotations);
    }

    /// {@return all rows of a model, in its own order}
    public static Select from(ModelMapping<?> model) {
        return new Select(
                model, List.of(), null, 0, null, false, List.of(), null, List.of(), false, false);
    }

    /// {@return these rows, less those that do not meet `condition`}
    public Select filter(Node condition) {
        return changed(draft -> draft.filters = with(filters, condition));
    }

    /// {@return these rows in another order; an empty list means none in particular}
    public Select orderBy(@Nullable List<Ordering> order) {
        return changed(draft -> draft.order = order);
    }

    /// {@return part of these rows: counted from their own beginning, never past their own end}
    public Select slice(long skip, @Nullable Long most) {
        Long rest = limit == null ? null : Long.valueOf(Math.max(0, limit - skip));
        Long least =
                most == null || rest == null
                        ? (most == null ? rest : most)
                        : Long.valueOf(Math.min(rest, most));
        return changed(draft -> {
            draft.offset = offset + skip;
            draft.limit = least;
        });
    }

    /// {@return two of these rows at most, to tell whether there is just one; a slice keeps its
    /// order and its end}
    ///
    /// @param condition what they must meet besides, or `null`
    public Select atMostTwo(@Nullable Node condition) {
        return changed(draft -> {
            if (condition != null) {
                draft.filters = with(filters, condition);
            }
            if (!sliced()) {
                draft.order = List.of();
            }
            draft.limit = limit == null ? Long.valueOf(2) : Long.valueOf(Math.min(2, limit));
        });
    }

    /// {@return these rows, equal ones once}
    public Select asDistinct() {
        return changed(draft -> draft.distinct = true);
    }

    /// {@return these rows with relations loaded along}
    public Select joining(List<FieldPath> joined) {
        return changed(draft -> draft.joined = joined);
    }

    /// {@return these rows as columns rather than entities}
    public Select selecting(List<Node> columns) {
        return changed(draft -> draft.columns = columns);
    }

    /// {@return these rows with one more named value}
    public Select annotated(Annotation annotation) {
        return changed(draft -> draft.annotations = with(annotations, annotation));
    }

    /// {@return no rows}
    public Select empty() {
        return changed(draft -> draft.none = true);
    }

    /// {@return these rows, locked until the transaction ends}
    public Select forUpdate() {
        return changed(draft -> draft.locked = true);
    }

    /// {@return whether it is a slice: filters may not be added to one}
    public boolean sliced() {
        return offset > 0 || limit != null;
    }

    private static <T> List<T> with(List<T> all, T oneMore) {
        if (all.isEmpty()) {
            return List.of(oneMore);
        }
        List<T> more = new ArrayList<>(all);
        more.add(oneMore);
        return more;
    }

    /// Made of what tells queries apart most; plans are looked up by it on every call.
    @Override
    public int hashCode() {
        int hash = System.identityHashCode(model);
        hash = 31 * hash + filters.hashCode();
        hash = 31 * hash + (order == null ? 0 : order.hashCode());
        return 31 * hash + (columns == null ? 0 : columns.hashCode());
    }

    private Select changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new Select(
                model,
                draft.filters,
                draft.order,
                draft.offset,
                draft.limit,
                draft.distinct,
                draft.joined,
                draft.columns,
                draft.annotations,
                draft.none,
                draft.locked);
    }

    /// A query while it changes; nobody sees it.
    private static final class Draft {

        private List<Node> filters;
        private @Nullable List<Ordering> order;
        private long offset;
        private @Nullable Long limit;
        private boolean distinct;
        private List<FieldPath> joined;
        private @Nullable List<Node> columns;
        private List<Annotation> annotations;
        private boolean none;
        private boolean locked;

        private Draft(Select from) {
            filters = from.filters;
            order = from.order;
            offset = from.offset;
            limit = from.limit;
            distinct = from.distinct;
            joined = from.joined;
            columns = from.columns;
            annotations = from.annotations;
            none = from.none;
            locked = from.locked;
        }
    }
}
