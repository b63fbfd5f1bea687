package dev.quintet.orm;

import java.util.List;
import java.util.function.Consumer;
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
        QuerySet<T> all = Relations.toMany(attachedOwner(), attachedRelation());
        if (loaded != null) {
            all.knows(loaded);
        }
        return all;
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

    /// Makes a row that leads here, and saves it.
    T create(Consumer<? super T> fill) {
        T made = RelatedRows.create(attachedOwner(), attachedRelation(), fill);
        forget();
        return made;
    }

    ThroughRows between() {
        forget();
        return new ThroughRows(attachedOwner(), attachedRelation());
    }

    RelatedRows rows() {
        forget();
        return new RelatedRows(attachedOwner(), attachedRelation());
    }

    ModelRelation attachedRelation() {
        if (relation == null) {
            throw new DetachedRelationException();
        }
        return relation;
    }

    Entity attachedOwner() {
        if (owner == null) {
            throw new DetachedRelationException();
        }
        return owner;
    }
}
