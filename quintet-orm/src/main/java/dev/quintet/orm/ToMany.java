package dev.quintet.orm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A relation to many rows: what {@link Related}, {@link RelatedOne} and {@link ManyToMany} have in
/// common.
///
/// @param <T> the model of the rows
public abstract sealed class ToMany<T extends Entity> implements ModelRelation.Holder
        permits ManyToMany, Related, RelatedOne {

    private @Nullable Entity owner;
    private @Nullable ModelRelation relation;
    private @Nullable List<T> loaded;

    ToMany() {}

    /// Tells it whose it is; for generated mappings.
    public final void attach(Entity owner, ModelRelation relation) {
        this.owner = owner;
        this.relation = relation;
    }

    QuerySet<T> all() {
        return Relations.toMany(attachedOwner(), attachedRelation());
    }

    List<T> list() {
        List<T> found = loaded;
        if (found == null) {
            Relations.loadToMany(attachedOwner(), attachedRelation());
            found = loaded;
        }
        return found == null ? List.of() : found;
    }

    long count() {
        return loaded == null ? all().count() : loaded.size();
    }

    /// {@return this one: the place that generated mappings reach}
    public final ToMany<T> place() {
        return this;
    }

    boolean isLoaded() {
        return loaded != null;
    }

    @SuppressWarnings("unchecked") // the loader read them from the relation's own target
    void take(List<? extends Entity> rows) {
        loaded = (List<T>) List.copyOf(rows);
    }

    void forget() {
        loaded = null;
    }

    void add(Collection<? extends T> rows) {
        ThroughRows.add(attachedOwner(), attachedRelation(), rows);
        forget();
    }

    void remove(Collection<? extends T> rows) {
        ThroughRows.remove(attachedOwner(), attachedRelation(), rows);
        forget();
    }

    void clear() {
        ThroughRows.clear(attachedOwner(), attachedRelation());
        forget();
    }

    void set(Collection<? extends T> rows) {
        Set<T> gone = new LinkedHashSet<>(all().list());
        gone.removeAll(Set.copyOf(rows));
        Transaction.atomic(() -> {
            remove(gone);
            add(rows);
        });
    }

    ModelRelation attachedRelation() {
        if (relation == null) {
            throw new DetachedRelationException();
        }
        return relation;
    }

    private Entity attachedOwner() {
        if (owner == null) {
            throw new DetachedRelationException();
        }
        return owner;
    }
}
