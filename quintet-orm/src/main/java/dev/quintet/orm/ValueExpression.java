package dev.quintet.orm;

import dev.quintet.orm.tree.Node;

/// An expression whose values are only equal or not, or whose kind is known by its type alone.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class ValueExpression<R, V> extends OrderedExpression<R, V> {

    ValueExpression(Node node) {
        super(node);
    }
}
