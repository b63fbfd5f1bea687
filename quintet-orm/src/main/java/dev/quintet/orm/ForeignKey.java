package dev.quintet.orm;

import org.jspecify.annotations.Nullable;

/// A relation to one row, kept as its key. Django: `ForeignKey`.
///
/// Touching it loads the row, and, where this object came with others from a query, the rows of all
/// of them in one statement. Belongs to one thread at a time, with its object.
///
/// @param <T> the model that it leads to; `@Nullable` where it may lead nowhere
public final class ForeignKey<T extends @Nullable Entity> implements ModelRelation.Holder {

    private final ToOne<T> toOne;

    ForeignKey(OnDelete onDelete) {
        this.toOne = new ToOne<>(onDelete);
    }

    /// {@return the row, loaded if it was not yet; null only where the relation may lead nowhere}
    ///
    /// @throws DoesNotExist when there is no row of this key
    public T get() {
        return toOne.get();
    }

    /// Makes it lead to another row; the row's key is taken when this object is saved.
    public void set(T target) {
        toOne.set(target);
    }

    /// {@return the key as a number, without loading anything; 0 when it leads nowhere}
    public long id() {
        return toOne.key() instanceof Number number ? number.longValue() : 0;
    }

    /// {@return the key as it is, without loading anything, or `null` when it leads nowhere}
    public @Nullable Object key() {
        return toOne.key();
    }

    /// Makes it lead to the row of this key, without loading it.
    public void setKey(@Nullable Object key) {
        toOne.setKey(key);
    }

    /// {@return whether the row is loaded already}
    public boolean isLoaded() {
        return toOne.isLoaded();
    }

    /// {@return the place that generated mappings reach}
    public ToOne<T> place() {
        return toOne;
    }
}
