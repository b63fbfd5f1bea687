package dev.quintet.orm;

/// A field of R that a query can set.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public interface Column<R, V> extends Selectable<R> {

    /// {@return an assignment of a value, for `update`}
    default Assignment<R> set(V value) {
        return Assignment.of(this, value);
    }

    /// {@return an assignment that the database works out, row by row}
    default Assignment<R> set(Expression<? super R, ? extends V> expression) {
        return Assignment.of(this, expression);
    }

    /// {@return an assignment of NULL}
    default Assignment<R> setNull() {
        return Assignment.ofNull(this);
    }
}
