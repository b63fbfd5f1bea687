package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Node;

/// A field of text.
///
/// @param <R> the model that it starts from
public final class TextColumn<R> extends TextExpression<R> implements Column<R, String> {

    /// A field at the end of a path; generated catalogues call this.
    public TextColumn(FieldPath path) {
        super(new Node.Field(path));
    }

    /// A field of the model itself; generated catalogues call this.
    public TextColumn(String name) {
        this(FieldPath.of(name));
    }

    /// A field one step behind a path; generated catalogues call this.
    public TextColumn(FieldPath steps, String name) {
        this(steps.then(name));
    }
}
