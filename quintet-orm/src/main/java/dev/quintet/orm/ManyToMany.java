package dev.quintet.orm;

import dev.quintet.kernel.template.AltersData;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The rows that a table between ties to this object. Django: `ManyToManyField`.
///
/// Walking over it loads them, and, where this object came with others from a query, those of all
/// of them in one statement. This object must be saved before anything is added.
///
/// @param <T> the model of the rows
public final class ManyToMany<T extends Entity> extends ToMany<T> implements Iterable<T> {

    ManyToMany() {}

    /// {@return the rows as a QuerySet, to be narrowed and counted in the database}
    @Override
    public QuerySet<T> all() {
        return super.all();
    }

    /// {@return the rows, loaded if they were not yet; unmodifiable}
    @Override
    public List<T> list() {
        return super.list();
    }

    /// {@return how many there are, counted in the database unless they are loaded}
    @Override
    public long count() {
        return super.count();
    }

    /// Ties rows to this object; those tied already stay as they are.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void add(T... rows) {
        between().add(Arrays.asList(rows), Map.of());
    }

    /// Ties rows to this object; those tied already stay as they are.
    public void addAll(Collection<? extends T> rows) {
        between().add(rows, Map.of());
    }

    /// Ties rows to this object by rows of the model between with these values. Django:
    /// `through_defaults`.
    ///
    /// @param values by name of the field of the model between
    public void addAll(Collection<? extends T> rows, Map<String, ?> values) {
        between().add(rows, values);
    }

    /// Ties rows to this object by their keys, which need not be loaded for it.
    public void addKeys(Collection<?> keys) {
        between().add(keys, Map.of());
    }

    /// Unties rows from this object; those not tied are passed over.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void remove(T... rows) {
        between().remove(Arrays.asList(rows));
    }

    /// Unties rows from this object; those not tied are passed over.
    public void removeAll(Collection<? extends T> rows) {
        between().remove(rows);
    }

    /// Ties these rows to this object and no others; rows tied already stay as they are.
    public void set(Collection<? extends T> rows) {
        between().set(rows, Map.of());
    }

    /// Ties these rows to this object and no others, new ones by rows of the model between with
    /// these values.
    public void set(Collection<? extends T> rows, Map<String, ?> values) {
        between().set(rows, values);
    }

    /// Unties all rows from this object.
    @AltersData
    public void clear() {
        between().clear();
    }

    /// {@return a new row, saved and tied to this object}
    ///
    /// @param fill what it holds
    @Override
    public T create(Consumer<? super T> fill) {
        return super.create(fill);
    }

    /// {@return the row with these values, tied to this object; made where none is tied}
    ///
    /// @param rest what else a new one holds
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<T> getOrCreate(
            Consumer<? super T> rest, Assignment<? super T>... values) {
        GotOrCreated<T> got = all().getOrCreate(rest, values);
        if (got.created()) {
            between().add(List.of(got.object()), Map.of());
        }
        return got;
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }
}
