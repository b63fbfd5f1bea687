package dev.quintet.orm;

import dev.quintet.orm.tree.Node;

/// A function over the rows around each row, which are still to be said. Immutable.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class WindowFunction<R, V> {

    private final Node value;

    WindowFunction(Node value) {
        this.value = value;
    }

    /// {@return its value, worked out over these rows}
    public <S extends R> ValueExpression<S, V> over(Over<? super S> rows) {
        return new ValueExpression<>(
                new Node.Window(value, rows.partition(), rows.order(), rows.frame()));
    }
}
