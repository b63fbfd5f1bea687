package dev.quintet.orm.connection;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.context.ContextKey;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The databases of a site, by alias. Safe for many threads.
public final class Databases implements AutoCloseable {

    /// Under which a {@link Context} holds them.
    public static final ContextKey<Databases> KEY = ContextKey.named("databases");

    /// The alias of the database that is meant where none is named.
    public static final String DEFAULT = "default";

    private final Map<String, Database> byAlias;
    private final Routing routing;

    private Databases(Map<String, Database> byAlias, Routing routing) {
        this.byAlias = byAlias;
        this.routing = routing;
    }

    /// {@return these databases, without routers}
    public static Databases of(Collection<Database> databases) {
        return of(databases, List.of());
    }

    /// {@return these databases, and what says which model lives in which}
    ///
    /// @throws DatabaseException when a replica names a database that is not among them
    public static Databases of(
            Collection<Database> databases, List<? extends DatabaseRouter> routers) {
        Map<String, Database> byAlias = new LinkedHashMap<>();
        databases.forEach(database -> byAlias.put(database.alias(), database));
        var all = new Databases(byAlias, new Routing(routers));
        for (Database database : databases) {
            String primary = database.options().replicaOf();
            if (primary != null) {
                all.get(primary).addReplica(database);
            }
        }
        return all;
    }

    /// {@return the databases of the running code's site}
    public static Databases current() {
        return Context.current().get(KEY);
    }

    /// {@return the database of this alias}
    ///
    /// @throws DatabaseException when there is none
    public Database get(String alias) {
        Database found = byAlias.get(alias);
        if (found == null) {
            throw new DatabaseException(
                    Problem.of("orm.E036", "No database has the alias '" + alias + "'.")
                            .because(
                                    "The aliases are: " + String.join(", ", byAlias.keySet()) + ".")
                            .fixedBy(Nearest.question(alias, byAlias.keySet())),
                    null);
        }
        return found;
    }

    /// {@return the database that is meant where none is named}
    public Database get() {
        return get(DEFAULT);
    }

    /// {@return which model lives in which database}
    public Routing routing() {
        return routing;
    }

    /// {@return all of them}
    public Collection<Database> all() {
        return Collections.unmodifiableCollection(byAlias.values());
    }

    /// {@return what each was asked so far, and what its pool is doing}
    public List<DatabaseMetrics> metrics() {
        return byAlias.values().stream().map(Database::metrics).toList();
    }

    @Override
    public void close() {
        byAlias.values().forEach(Database::close);
    }
}
