package dev.quintet.orm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The workings of {@link ForeignKey} and {@link OneToOne}, which generated mappings reach.
///
/// @param <T> the model that it leads to
public final class ToOne<T extends @Nullable Entity> {

    private final OnDelete onDelete;
    private @Nullable Entity owner;
    private @Nullable ModelRelation relation;
    private @Nullable Object key;
    private @Nullable T target;

    ToOne(OnDelete onDelete) {
        this.onDelete = Objects.requireNonNull(onDelete, "onDelete");
    }

    /// {@return what happens to the owner when the target goes}
    public OnDelete onDelete() {
        return onDelete;
    }

    /// Tells it whose it is.
    public void attach(Entity owner, ModelRelation relation) {
        this.owner = owner;
        this.relation = relation;
    }

    /// Takes the key that a row has; what was loaded for another key is forgotten.
    public void setKey(@Nullable Object key) {
        if (!Objects.equals(key, key())) {
            target = null;
        }
        this.key = key;
    }

    /// {@return the key; that of the target where it was set and has been saved since}
    public @Nullable Object key() {
        Entity set = target;
        if (set != null) {
            Object now = Keys.of(set);
            if (now != null) {
                key = now;
            }
        }
        return key;
    }

    boolean isLoaded() {
        return target != null || key == null;
    }

    /// The target, when it was set or loaded; else null.
    @Nullable T loadedTarget() {
        return target;
    }

    @SuppressWarnings("NullAway") // null only where the relation may lead nowhere, and T says so
    T get() {
        if (target == null && key != null) {
            Relations.loadToOne(attachedOwner(), attachedRelation());
            if (target == null) {
                throw DoesNotExist.ofKey(attachedRelation().target().get(), key);
            }
        }
        return target;
    }

    void set(T target) {
        this.target = target;
        this.key = target == null ? null : Keys.of(target);
    }

    @SuppressWarnings("unchecked") // the loader read it from the relation's own target
    void take(@Nullable Entity loaded) {
        this.target = (T) loaded;
    }

    private Entity attachedOwner() {
        if (owner == null) {
            throw new DetachedRelationException();
        }
        return owner;
    }

    private ModelRelation attachedRelation() {
        if (relation == null) {
            throw new DetachedRelationException();
        }
        return relation;
    }
}
