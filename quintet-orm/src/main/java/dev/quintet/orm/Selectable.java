package dev.quintet.orm;

import dev.quintet.orm.tree.Node;

/// What can be named in a query of R: a column, a relation, an expression.
///
/// @param <R> the model that it starts from
public interface Selectable<R> {

    /// {@return its place in the query's tree}
    Node node();
}
