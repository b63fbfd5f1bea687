package dev.quintet.orm;

import dev.quintet.kernel.template.AltersData;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// The rows whose foreign key leads to this object. Django: the reverse accessor, `track_set`.
///
/// Walking over it loads them, and, where this object came with others from a query, those of all
/// of them in one statement. For part of them, or to change them, start from {@link #all}.
///
/// @param <T> the model of the rows
public final class Related<T extends Entity> extends ToMany<T> implements Iterable<T> {

    Related() {}

    /// {@return the rows as a QuerySet, to be narrowed in the database; walking over it as it is
    /// asks for nothing when they were prefetched, as in Django}
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

    /// Lets rows lead here. Rows that are saved already are changed in one statement, without
    /// signals, and the objects know of it.
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void add(T... rows) {
        rows().add(Arrays.asList(rows));
    }

    /// Lets rows lead nowhere that led here; the relation must allow that.
    ///
    /// @throws DoesNotExist when one does not lead here
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final void remove(T... rows) {
        rows().remove(Arrays.asList(rows));
    }

    /// Lets these rows lead here and no others: others lead nowhere then, which the relation must
    /// allow.
    public void set(Collection<? extends T> rows) {
        rows().set(rows);
    }

    /// Lets all rows lead nowhere that led here; the relation must allow that.
    @AltersData
    public void clear() {
        rows().clear();
    }

    /// {@return a new row that leads here, saved}
    ///
    /// @param fill what it holds
    @Override
    public T create(Consumer<? super T> fill) {
        return super.create(fill);
    }

    /// {@return the row with these values that leads here; made where there is none}
    ///
    /// @param rest what else a new one holds
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final GotOrCreated<T> getOrCreate(
            Consumer<? super T> rest, Assignment<? super T>... values) {
        return rows().getOrCreate(all(), rest, List.of(values));
    }

    /// Puts the rows that lead here into an order, where their model says `orderWithRespectTo`.
    public void order(List<? extends T> rows) {
        Placing.order(attachedRelation().target().get(), rows);
        forget();
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }
}
