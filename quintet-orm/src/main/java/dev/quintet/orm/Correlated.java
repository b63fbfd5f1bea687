package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;
import dev.quintet.orm.tree.Select;
import java.util.List;

/// A query whose rows depend on a row of the query around it. Immutable.
///
/// @param <M> the model of its own rows
/// @param <O> the model of the query around
public final class Correlated<M extends Entity, O> {

    private final Select tree;

    Correlated(Select tree) {
        this.tree = tree;
    }

    /// {@return the query's tree}
    public Select tree() {
        return tree;
    }

    /// {@return its rows that meet all conditions}
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Correlated<M, O> filter(Condition<? super M>... conditions) {
        return new Correlated<>(tree.filter(Conditions.all(List.of(conditions))));
    }

    /// {@return its rows whose `inner` equals `outer` of the row around}
    public <V> Correlated<M, O> on(Expression<? super M, V> inner, Expression<? super O, V> outer) {
        return new Correlated<>(tie(tree, inner, outer));
    }

    static Select tie(Select tree, Expression<?, ?> inner, Expression<?, ?> outer) {
        if (!(outer.node() instanceof Node.Field(FieldPath path))) {
            throw new IllegalArgumentException("on() takes a column of the query around.");
        }
        return tree.filter(new Node.Compare(Lookup.EXACT, inner.node(), new Node.Outer(path)));
    }
}
