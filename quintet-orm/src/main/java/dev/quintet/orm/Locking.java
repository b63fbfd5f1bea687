package dev.quintet.orm;

import dev.quintet.orm.tree.Extras;
import dev.quintet.orm.tree.FieldPath;
import dev.quintet.orm.tree.Names;
import dev.quintet.orm.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How `selectForUpdate` locks rows until the transaction ends. Immutable.
public final class Locking {

    private final Extras.RowLocks locks;

    private Locking(Extras.RowLocks locks) {
        this.locks = locks;
    }

    /// {@return locks on the rows of all tables; a busy row is waited for}
    public static Locking rows() {
        return new Locking(new Extras.RowLocks(false, false, false, List.of()));
    }

    /// {@return the same, but a busy row is an error at once}
    public Locking nowait() {
        return new Locking(new Extras.RowLocks(true, false, locks.noKey(), locks.of()));
    }

    /// {@return the same, but busy rows are left out: the way to draw work from a table}
    public Locking skipLocked() {
        return new Locking(new Extras.RowLocks(false, true, locks.noKey(), locks.of()));
    }

    /// {@return the same, but rows that lead to the locked ones may still be inserted}
    public Locking noKey() {
        return new Locking(
                new Extras.RowLocks(locks.noWait(), locks.skipLocked(), true, locks.of()));
    }

    /// {@return the same, but only the rows of these relations are locked; `self` is the model}
    public Locking of(String... relations) {
        return of(
                Arrays.stream(relations)
                        .map(name -> name.equals("self") ? FieldPath.ROOT : Names.path(name))
                        .toList());
    }

    /// {@return the same, but only the rows of these relations are locked}
    public Locking of(Relation<?, ?>... relations) {
        return of(
                Arrays.stream(relations)
                        .map(relation -> ((Node.Field) relation.node()).path())
                        .toList());
    }

    private Locking of(List<FieldPath> paths) {
        List<FieldPath> all = new ArrayList<>(locks.of());
        all.addAll(paths);
        return new Locking(
                new Extras.RowLocks(locks.noWait(), locks.skipLocked(), locks.noKey(), all));
    }

    Extras.RowLocks locks() {
        return locks;
    }
}
