package dev.quintet.orm.tree;

import dev.quintet.orm.ModelMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        var more = new ArrayList<>(filters);
        more.add(condition);
        return new Select(
                model,
                more,
                order,
                offset,
                limit,
                distinct,
                joined,
                columns,
                annotations,
                none,
                locked);
    }

    /// {@return these rows in another order; an empty list means none in particular}
    public Select orderBy(@Nullable List<Ordering> order) {
        return new Select(
                model,
                filters,
                order,
                offset,
                limit,
                distinct,
                joined,
                columns,
                annotations,
                none,
                locked);
    }

    /// {@return part of these rows: counted from their own beginning, never past their own end}
    public Select slice(long skip, @Nullable Long most) {
        Long rest = limit == null ? null : Math.max(0, limit - skip);
        Long newLimit =
                most == null ? rest : rest == null ? most : Long.valueOf(Math.min(rest, most));
        return new Select(
                model,
                filters,
                order,
                offset + skip,
                newLimit,
                distinct,
                joined,
                columns,
                annotations,
                none,
                locked);
    }

    /// {@return these rows, equal ones once}
    public Select asDistinct() {
        return new Select(
                model,
                filters,
                order,
                offset,
                limit,
                true,
                joined,
                columns,
                annotations,
                none,
                locked);
    }

    /// {@return these rows with relations loaded along}
    public Select joining(List<FieldPath> joined) {
        return new Select(
                model,
                filters,
                order,
                offset,
                limit,
                distinct,
                joined,
                columns,
                annotations,
                none,
                locked);
    }

    /// {@return these rows as columns rather than entities}
    public Select selecting(List<Node> columns) {
        return new Select(
                model,
                filters,
                order,
                offset,
                limit,
                distinct,
                joined,
                columns,
                annotations,
                none,
                locked);
    }

    /// {@return these rows with one more named value}
    public Select annotated(Annotation annotation) {
        var more = new ArrayList<>(annotations);
        more.add(annotation);
        return new Select(
                model, filters, order, offset, limit, distinct, joined, columns, more, none,
                locked);
    }

    /// {@return no rows}
    public Select empty() {
        return new Select(
                model,
                filters,
                order,
                offset,
                limit,
                distinct,
                joined,
                columns,
                annotations,
                true,
                locked);
    }

    /// {@return these rows, locked until the transaction ends}
    public Select forUpdate() {
        return new Select(
                model,
                filters,
                order,
                offset,
                limit,
                distinct,
                joined,
                columns,
                annotations,
                none,
                true);
    }

    /// {@return whether it is a slice: filters may not be added to one}
    public boolean sliced() {
        return offset > 0 || limit != null;
    }
}
