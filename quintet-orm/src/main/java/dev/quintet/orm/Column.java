package dev.quintet.orm;

import org.jspecify.annotations.Nullable;

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

    /// {@return what the field holds in an object; read now, if the query that loaded the object
    /// left it out, and for all rows of that result at once}
    ///
    /// @throws QueryException when the fetch mode is {@link FetchMode#RAISE}, or the field is not
    ///   one of the object's own
    @SuppressWarnings("unchecked") // the mapping reads the field as Java declares it
    default @Nullable V of(Entity object) {
        return (V) DeferredValues.of(object, this);
    }
}
