package dev.quintet.orm;

import dev.quintet.kernel.template.AltersData;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/// The rows that a table between ties to this object. Django: `ManyToManyField`.
///
/// Walking over it loads them, and, where this object came with others from a query, those of all
/// of them in one statement. This object must be saved before anything is added.
///
/// @param <T> the model of the rows
public final class ManyToMany<T extends Entity> implements ModelRelation.Holder, Iterable<T> {

    private final ToMany<T> toMany = new ToMany<>();

    ManyToMany() {}

    /// {@return the rows as a QuerySet, to be narrowed and counted in the database}
    public QuerySet<T> all() {
        return toMany.all();
    }

    /// {@return the rows, loaded if they were not yet; unmodifiable}
    public List<T> list() {
        return toMany.list();
    }

    /// {@return how many there are, counted in the database unless they are loaded}
    public long count() {
        return toMany.count();
    }

    /// Ties rows to this object; those tied already stay as they are.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void add(T... rows) {
        toMany.add(Arrays.asList(rows));
    }

    /// Unties rows from this object; those not tied are passed over.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void remove(T... rows) {
        toMany.remove(Arrays.asList(rows));
    }

    /// Ties these rows to this object and no others.
    public void set(Collection<? extends T> rows) {
        toMany.set(rows);
    }

    /// Unties all rows from this object.
    @AltersData
    public void clear() {
        toMany.clear();
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    /// {@return the place that generated mappings reach}
    public ToMany<T> place() {
        return toMany;
    }
}
