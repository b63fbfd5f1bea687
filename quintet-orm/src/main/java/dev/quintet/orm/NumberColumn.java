package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;

/// A field of numbers.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class NumberColumn<R, V extends Number> extends NumberExpression<R, V>
        implements Column<R, V> {

    /// A field at the end of a path; generated catalogues call this.
    public NumberColumn(FieldPath path) {
        super(new Node.Field(path));
    }

    /// A field of the model itself; generated catalogues call this.
    public NumberColumn(String name) {
        this(FieldPath.of(name));
    }

    /// A field one step behind a path; generated catalogues call this.
    public NumberColumn(FieldPath steps, String name) {
        this(steps.then(name));
    }

    /// {@return an assignment of a whole number, for `update`}
    public Assignment<R> set(long value) {
        return Assignment.of(this, value);
    }
}
