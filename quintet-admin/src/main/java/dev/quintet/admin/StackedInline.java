package dev.quintet.admin;

import dev.quintet.orm.Entity;
import dev.quintet.orm.GenericPath;
import dev.quintet.orm.Relation;

/// Rows that lead to the one on the page, one below the other, with all the room of a form.
///
/// ```java
/// final class TrackInline extends StackedInline<Track, Album> {
///     TrackInline() { super(Tracks.album); fields(Tracks.number, Tracks.title); }
/// }
/// ```
///
/// @param <C> the model of these rows
/// @param <P> the model that they lead to
public abstract non-sealed class StackedInline<C extends Entity, P extends Entity>
        extends Inline<C, P> {

    /// Makes one.
    ///
    /// @param parent from these rows to the one on the page: `Tracks.album`
    protected StackedInline(Relation<C, P> parent) {
        super(parent);
    }

    /// Makes one of rows that may lead to rows of any model. Django: `GenericStackedInline`.
    ///
    /// @param parent from these rows to the one on the page: `Tags.contentObject`
    protected StackedInline(GenericPath<C> parent) {
        super(parent);
    }

    @Override
    final boolean tabular() {
        return false;
    }
}
