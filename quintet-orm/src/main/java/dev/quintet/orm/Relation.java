package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import java.util.Collection;
import java.util.Objects;

/// A path from R to rows of T. Generated catalogues have one for each relation.
///
/// @param <R> the model that it starts from
/// @param <T> the model that it leads to
public abstract class Relation<R, T extends Entity> implements Selectable<R> {

    /// The way from R.
    protected final FieldPath steps;

    private final Node node;

    /// A relation at the end of a path.
    protected Relation(FieldPath steps) {
        this.steps = Objects.requireNonNull(steps, "steps");
        this.node = new Node.Field(steps);
    }

    @Override
    public final Node node() {
        return node;
    }

    /// {@return whether it leads to this row}
    public final Condition<R> eq(T target) {
        Objects.requireNonNull(target, "A relation is compared with nothing by isNull().");
        return new Condition<>(new Node.Compare(Lookup.EXACT, node, new Node.Value(target)));
    }

    /// {@return an assignment of a row, for relations by a key of the own table}
    public final Assignment<R> set(T target) {
        return Assignment.of(this, target);
    }

    /// {@return an assignment of nothing: it leads nowhere then}
    public final Assignment<R> setNull() {
        return Assignment.ofNull(this);
    }

    /// {@return whether it leads to the same row as another expression's key}
    public final Condition<R> eq(Selectable<? super R> other) {
        return new Condition<>(new Node.Compare(Lookup.EXACT, node, other.node()));
    }

    /// {@return whether it leads to one of these rows}
    public final Condition<R> in(Collection<? extends T> targets) {
        return new Condition<>(new Node.In(node, java.util.List.copyOf(targets)));
    }

    /// {@return whether it leads to one of the rows of a query}
    public final Condition<R> in(QuerySet<? extends T> targets) {
        return new Condition<>(new Node.InQuery(node, targets.tree()));
    }

    /// {@return whether it leads nowhere}
    public final Condition<R> isNull() {
        return new Condition<>(new Node.IsNull(node, true));
    }

    /// {@return whether it leads somewhere}
    public final Condition<R> isNotNull() {
        return new Condition<>(new Node.IsNull(node, false));
    }
}
