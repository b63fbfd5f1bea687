package dev.quintet.orm;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A relation to one row, kept as its key: what {@link ForeignKey} and {@link OneToOne} have in
/// common.
///
/// Touching it loads the row, and, where its object came with others from a query, the rows of all
/// of them in one statement. Belongs to one thread at a time, with its object.
///
/// @param <T> the model that it leads to; `@Nullable` where it may lead nowhere
public abstract sealed class ToOne<T extends @Nullable Entity> implements ModelRelation.Holder
        permits ForeignKey, OneToOne {

    /// What happens when the target goes: an {@link OnDelete}, or what gives another target. One
    /// reference for both: of these there are many.
    private final Object rule;

    private @Nullable Entity owner;
    private @Nullable ModelRelation relation;

    /// As stored; an array of its parts as long as some of a composite one are missing.
    private @Nullable Object key;

    private @Nullable T target;

    ToOne(OnDelete onDelete, @Nullable Supplier<? extends T> replacement) {
        this.rule =
                replacement == null ? Objects.requireNonNull(onDelete, "onDelete") : replacement;
    }

    /// {@return what it leads to once the target goes, where it says so itself}
    @Nullable Entity replacement() {
        return rule instanceof Supplier<?> given ? (Entity) given.get() : null;
    }

    /// {@return what happens to the owner when the target goes}
    public final OnDelete onDelete() {
        return rule instanceof OnDelete said ? said : OnDelete.SET;
    }

    /// Tells it whose it is; for generated mappings.
    public final void attach(Entity owner, ModelRelation relation) {
        this.owner = owner;
        this.relation = relation;
    }

    /// Makes it lead to the row of this key, without loading it.
    ///
    /// @param key as stored; a list of the values of its fields, in their order, where it is
    ///   composite
    public final void setKey(@Nullable Object key) {
        if (!Objects.equals(key, key())) {
            target = null;
        }
        this.key = key;
    }

    /// Puts in one part of a composite key; it leads nowhere until all of them are there. For
    /// generated mappings.
    ///
    /// @param part its number, from 0
    /// @param of how many there are
    public final void setKeyPart(int part, int of, @Nullable Object value) {
        if (Objects.equals(keyPart(part), value)) {
            return;
        }
        @Nullable Object[] all = new Object[of];
        boolean whole = true;
        for (int i = 0; i < of; i++) {
            all[i] = i == part ? value : keyPart(i);
            whole &= all[i] != null;
        }
        target = null;
        key = whole ? whole(all) : all;
    }

    @SuppressWarnings("NullAway") // none of them is missing
    private static List<Object> whole(@Nullable Object[] parts) {
        return List.of(parts);
    }

    /// {@return one part of a composite key, without loading anything, or `null` when it has none}
    ///
    /// @param part its number, from 0
    public final @Nullable Object keyPart(int part) {
        if (key() instanceof List<?> whole) {
            return whole.get(part);
        }
        return key instanceof Object[] some ? some[part] : null;
    }

    /// {@return the key as it is, without loading anything, or `null` when it leads nowhere}
    public final @Nullable Object key() {
        Entity set = target;
        if (set != null && !known(set)) {
            Object now = relation == null ? Keys.of(set) : relation.keptOf(set);
            if (now != null) {
                key = now;
            }
        }
        return key instanceof Object[] ? null : key;
    }

    /// Whether the key is still that of a row whose key is the common number: told without another
    /// object for the number, since each save asks several times.
    private boolean known(Entity set) {
        return key instanceof Long number
                && set instanceof Model row
                && row.id == number
                && (relation == null || relation.toField() == null);
    }

    /// {@return the key as a number, without loading anything; 0 when it leads nowhere}
    public final long id() {
        return key() instanceof Number number ? number.longValue() : 0;
    }

    /// {@return this one: the place that generated mappings reach}
    public final ToOne<T> place() {
        return this;
    }

    /// {@return whether the row is loaded already}
    public final boolean isLoaded() {
        return target != null || key() == null;
    }

    /// The target, when it was set or loaded; else null.
    @Nullable T loadedTarget() {
        return target;
    }

    /// {@return the row, loaded if it was not yet; null only where the relation may lead nowhere}
    ///
    /// @throws DoesNotExist when there is no row of this key
    @SuppressWarnings("NullAway") // null only where the relation may lead nowhere, and T says so
    public final T get() {
        if (target == null && key() != null) {
            Relations.loadToOne(attachedOwner(), attachedRelation());
            if (target == null) {
                throw DoesNotExist.ofKey(attachedRelation().target().get(), key);
            }
        }
        return target;
    }

    /// Makes it lead to another row; the row's key is taken when the object is saved.
    public final void set(T target) {
        this.target = target;
        this.key = null;
        this.key = key();
    }

    /// Makes it lead to an object that is of its target.
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // the mapping knows that it is; null only where it may lead nowhere
    void lead(@Nullable Entity to) {
        set((T) to);
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
