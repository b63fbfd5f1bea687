package dev.quintet.orm;

import dev.quintet.kernel.pagination.PageSource;
import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.sql.Plans;
import dev.quintet.orm.tree.Select;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of a query, not asked for yet. Lazy: walking over them sends one statement, walking
/// again sends none; deriving another query asks anew.
///
/// Immutable but for the rows that it keeps; one object belongs to one thread at a time, a new one
/// derived from it is free.
///
/// @param <T> what a row becomes
public abstract sealed class Rows<T extends @Nullable Object>
        implements Iterable<T>, PageSource<T>, TemplateObject permits Query {

    private final Select tree;
    private final String alias;
    private @Nullable List<T> loaded;

    Rows(Select tree, String alias) {
        this.tree = tree;
        this.alias = alias;
    }

    /// {@return the query's tree}
    public final Select tree() {
        return tree;
    }

    final String alias() {
        return alias;
    }

    /// {@return the database to read from}
    public final Database database() {
        return Databases.current().get(Routed.forRead(tree.model(), alias));
    }

    /// {@return the alias of the database to write to}
    final String writeAlias() {
        return Routed.forWrite(tree.model(), alias);
    }

    /// Tells it the rows, so that it does not ask for them.
    final void knows(List<T> rows) {
        loaded = rows;
    }

    /// Sends the query and reads all rows.
    abstract List<T> load();

    /// {@return the rows from `offset` on, `most` of them at most, as a query of their own}
    abstract Rows<T> part(long offset, @Nullable Long most);

    /// {@return the rows, asked for now if they were not yet; unmodifiable}
    public final List<T> list() {
        List<T> rows = loaded;
        if (rows == null) {
            // A row of one value may be NULL, which List.copyOf would refuse.
            rows = tree.none() ? List.of() : Collections.unmodifiableList(load());
            loaded = rows;
        }
        return rows;
    }

    @Override
    public final Iterator<T> iterator() {
        return list().iterator();
    }

    /// {@return the rows one by one from the server's cursor, never all in memory}
    ///
    /// Holds a connection: close it, by try-with-resources.
    public abstract Stream<T> stream();

    /// {@return the first row, if there is one; empty as well where a row of one value is NULL}
    public Optional<T> first() {
        List<T> one = loaded == null ? part(0, 1L).list() : loaded;
        return one.isEmpty() ? Optional.empty() : Optional.ofNullable(one.getFirst());
    }

    /// {@return how many rows there are; counted in the database unless they are loaded}
    @Override
    public final long count() {
        if (loaded != null) {
            return loaded.size();
        }
        return tree.none() ? 0 : Summary.count(database(), tree);
    }

    /// {@return whether there are rows; none is loaded for it}
    public final boolean exists() {
        if (loaded != null) {
            return !loaded.isEmpty();
        }
        if (tree.none()) {
            return false;
        }
        Database database = database();
        Plans.Ready ready =
                Plans.plan(database.dialect(), Plans.Purpose.EXISTS, tree, Loading::keyOf);
        return !ready.plan().empty()
                && database.query(
                        ready.plan().statement(), ready.values(), (result, _) -> result.next());
    }

    /// {@return whether an object is among the rows; none is loaded for it}
    ///
    /// @throws QueryException when the rows are no entities
    public final boolean contains(Object row) {
        return loaded == null ? !tree.none() && holds(row) : loaded.contains(row);
    }

    /// Asks the database whether an object is among the rows.
    abstract boolean holds(Object row);

    /// {@return whether the rows are here already}
    final boolean isLoaded() {
        return loaded != null;
    }

    /// {@return the statement as it would be sent, `?` for each value: to look at, to assert}
    public final String sql() {
        Database database = database();
        return Plans.plan(database.dialect(), Plans.Purpose.SELECT, tree, Loading::keyOf)
                .plan()
                .statement()
                .sql();
    }

    @Override
    public final List<T> slice(long offset, int limit) {
        return loaded == null
                ? part(offset, (long) limit).list()
                : loaded.stream().skip(offset).limit(limit).toList();
    }

    /// {@return the row of a number, for templates: `albums.0`; null where there are not so many}
    @Override
    public final @Nullable Object templateAttribute(String name) {
        boolean number = name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return UNKNOWN;
        }
        int at = Integer.parseInt(name);
        return at < list().size() ? list().get(at) : null;
    }
}
