package dev.quintet.orm;

import dev.quintet.kernel.error.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A relation to one row of any model: two other fields of the object say of which model, and which
/// row. Django: `GenericForeignKey`.
///
/// Touching it loads the row, and, where its object came with others from a query, the rows of all
/// of them, in one statement for each model. Its type argument is what all targets have in common:
/// {@link Entity}, or a sealed interface, over which a `switch` is complete. Belongs to one thread
/// at a time, with its object.
///
/// @param <T> what the rows are; `@Nullable` where it may lead nowhere
public final class GenericForeignKey<T extends @Nullable Object> implements ModelRelation.Holder {

    private final Entity owner;
    private @Nullable Entity target;
    private boolean loaded;
    private @Nullable Object loadedType;
    private @Nullable Object loadedKey;

    GenericForeignKey(Entity owner) {
        this.owner = owner;
    }

    /// {@return the row, loaded if it was not yet; `null` where it leads nowhere, or to a row or a
    /// model that is gone}
    @SuppressWarnings("unchecked") // set() took a T, and rows of other models are refused below
    public @Nullable T get() {
        if (!isLoaded()) {
            GenericRows.load(owner, tie().name());
        }
        return (T) target;
    }

    /// {@return the key of the row as its column keeps it, without loading anything; `null` when it
    /// leads nowhere}
    public @Nullable Object key() {
        settle();
        return GenericRows.key(owner, tie());
    }

    /// {@return whether the row is loaded already}
    public boolean isLoaded() {
        settle();
        GenericTie tie = tie();
        Object type = GenericRows.type(owner, tie);
        Object key = GenericRows.key(owner, tie);
        if (type == null || key == null) {
            if (target == null || Keys.of(target) != null) {
                target = null;
            }
            return true;
        }
        return loaded && type.equals(loadedType) && key.equals(loadedKey);
    }

    /// Makes it lead to another row, by writing the two fields; nowhere when `null`.
    ///
    /// @throws QueryException when it is no object of a model, or its key does not fit the field
    public void set(@Nullable T row) {
        if (row == null) {
            target = null;
            loaded = false;
            GenericRows.write(owner, tie(), null, null);
            return;
        }
        if (!(row instanceof Entity entity)) {
            throw new QueryException(
                    Problem.of(
                                    "orm.E280",
                                    Mappings.of(owner).state().name()
                                            + "."
                                            + tie().name()
                                            + " cannot lead to an object of "
                                            + row.getClass().getName()
                                            + ".")
                            .because("It leads to rows: objects of models.")
                            .fixedBy("Let the class extend Model."));
        }
        target = entity;
        loaded = true;
        settle();
    }

    /// Makes it lead to an object that declares the way back to it.
    @SuppressWarnings({"unchecked", "NullAway"}) // null only where the relation may lead nowhere
    void lead(@Nullable Entity to) {
        set((T) to);
    }

    /// {@return this one: the place that generated mappings reach}
    public GenericForeignKey<T> place() {
        return this;
    }

    /// Writes the key of a target that was saved after it was set.
    void settle() {
        Entity set = target;
        if (!loaded || set == null || (loadedKey != null && loadedKey.equals(kept(set)))) {
            return;
        }
        GenericTie tie = tie();
        Object type = GenericRows.types().keyOf(Mappings.of(set).concrete(), alias(set));
        Object key = kept(set);
        GenericRows.write(owner, tie, type, key);
        loadedType = type;
        loadedKey = key;
    }

    /// {@return the target that was set and has no key yet, or `null`}
    @Nullable Entity unsaved() {
        return loaded && target != null && Keys.of(target) == null ? target : null;
    }

    void take(@Nullable Entity found) {
        GenericTie tie = tie();
        target = found;
        loaded = true;
        loadedType = GenericRows.type(owner, tie);
        loadedKey = GenericRows.key(owner, tie);
    }

    void forget() {
        target = null;
        loaded = false;
        loadedType = null;
        loadedKey = null;
    }

    private @Nullable Object kept(Entity set) {
        return GenericRows.kept(Mappings.of(owner), tie(), set);
    }

    private String alias(Entity set) {
        EntityState known = owner.state == null ? set.state : owner.state;
        return known == null
                ? Routed.forWrite(Mappings.of(owner), owner)
                : Objects.requireNonNull(known.database());
    }

    private GenericTie tie() {
        return GenericRows.tieOf(owner, this);
    }
}
