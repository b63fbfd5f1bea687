package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;

/// A field of values that are only equal or not: enums, booleans, UUIDs, bytes, documents.
///
/// @param <R> the model that it starts from
/// @param <V> type of its values
public final class ValueColumn<R, V> extends Expression<R, V> implements Column<R, V> {

    /// A field at the end of a path; generated catalogues call this.
    public ValueColumn(FieldPath path) {
        super(new Node.Field(path));
    }

    /// A field of the model itself; generated catalogues call this.
    public ValueColumn(String name) {
        this(FieldPath.of(name));
    }

    /// A field one step behind a path; generated catalogues call this.
    public ValueColumn(FieldPath steps, String name) {
        this(steps.then(name));
    }
}
