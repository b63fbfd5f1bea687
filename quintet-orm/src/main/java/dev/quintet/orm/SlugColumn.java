package dev.quintet.orm;

import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Lookup;
import dev.quintet.orm.tree.Node;

/// A field of slugs.
///
/// @param <R> the model that it starts from
public final class SlugColumn<R> extends Expression<R, Slug> implements Column<R, Slug> {

    /// A field at the end of a path; generated catalogues call this.
    public SlugColumn(FieldPath path) {
        super(new Node.Field(path));
    }

    /// A field of the model itself; generated catalogues call this.
    public SlugColumn(String name) {
        this(FieldPath.of(name));
    }

    /// A field one step behind a path; generated catalogues call this.
    public SlugColumn(FieldPath steps, String name) {
        this(steps.then(name));
    }

    /// {@return whether it equals `slug`}
    public Condition<R> eq(String slug) {
        return compare(Lookup.EXACT, new Slug(slug));
    }

    /// {@return the slug as text, such as for `startsWith`}
    public TextExpression<R> asText() {
        return new TextExpression<>(node());
    }
}
