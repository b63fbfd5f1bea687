package dev.quintet.orm;

import java.util.Iterator;
import java.util.List;

/// The rows whose foreign key leads to this object. Django: the reverse accessor, `track_set`.
///
/// Walking over it loads them, and, where this object came with others from a query, those of all
/// of them in one statement. For part of them, or to change them, start from {@link #all}.
///
/// @param <T> the model of the rows
public final class Related<T extends Entity> implements ModelRelation.Holder, Iterable<T> {

    private final ToMany<T> toMany = new ToMany<>();

    Related() {}

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

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    /// {@return the place that generated mappings reach}
    public ToMany<T> place() {
        return toMany;
    }
}
