package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;

/// A field of dates, times, points in time or lengths of time.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class TimeColumn<R, V> extends TimeExpression<R, V> implements Column<R, V> {

    /// A field at the end of a path; generated catalogues call this.
    public TimeColumn(FieldPath path) {
        super(new Node.Field(path));
    }

    /// A field of the model itself; generated catalogues call this.
    public TimeColumn(String name) {
        this(FieldPath.of(name));
    }

    /// A field one step behind a path; generated catalogues call this.
    public TimeColumn(FieldPath steps, String name) {
        this(steps.then(name));
    }
}
