package dev.quintet.admin;

import dev.quintet.orm.Entity;
import dev.quintet.orm.GenericPath;
import dev.quintet.orm.Relation;

/// Rows that lead to the one on the page, one line each.
///
/// ```java
/// final class TrackInline extends TabularInline<Track, Album> {
///     TrackInline() { super(Tracks.album); fields(Tracks.number, Tracks.title); }
/// }
/// ```
///
/// @param <C> the model of these rows
/// @param <P> the model that they lead to
public abstract non-sealed class TabularInline<C extends Entity, P extends Entity>
        extends Inline<C, P> {

    /// Makes one.
    ///
    /// @param parent from these rows to the one on the page: `Tracks.album`
    protected TabularInline(Relation<C, P> parent) {
        super(parent);
    }

    /// Makes one of rows that may lead to rows of any model. Django: `GenericTabularInline`.
    ///
    /// @param parent from these rows to the one on the page: `Tags.contentObject`
    protected TabularInline(GenericPath<C> parent) {
        super(parent);
    }

    @Override
    final boolean tabular() {
        return true;
    }
}
