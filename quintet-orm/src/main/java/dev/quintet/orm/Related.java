package dev.quintet.orm;

import java.util.Iterator;
import java.util.List;

/// The rows whose foreign key leads to this object. Django: the reverse accessor, `track_set`.
///
/// Walking over it loads them, and, where this object came with others from a query, those of all
/// of them in one statement. For part of them, or to change them, start from {@link #all}.
///
/// @param <T> the model of the rows
public final class Related<T extends Entity> extends ToMany<T> implements Iterable<T> {

    Related() {}

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

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }
}
