package dev.quintet.orm.connection;

import dev.quintet.orm.state.ModelState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the routers of a site say, together. Immutable.
public final class Routing {

    private final List<DatabaseRouter> routers;

    Routing(List<? extends DatabaseRouter> routers) {
        this.routers = List.copyOf(routers);
    }

    /// {@return the alias of the database to read rows of this model from}
    ///
    /// @param near alias of the database that the object at hand came from, or `null`
    public String forRead(ModelState model, @Nullable String near) {
        for (DatabaseRouter router : routers) {
            String alias = router.dbForRead(model, near);
            if (alias != null) {
                return alias;
            }
        }
        return near == null ? Databases.DEFAULT : near;
    }

    /// {@return the alias of the database to write rows of this model to}
    ///
    /// @param near alias of the database that the object at hand came from, or `null`
    public String forWrite(ModelState model, @Nullable String near) {
        for (DatabaseRouter router : routers) {
            String alias = router.dbForWrite(model, near);
            if (alias != null) {
                return alias;
            }
        }
        return near == null ? Databases.DEFAULT : near;
    }

    /// {@return whether a relation may lead from one model to another: within one database, unless
    /// a router says otherwise}
    public boolean allowsRelation(ModelState from, ModelState to) {
        for (DatabaseRouter router : routers) {
            Boolean allowed = router.allowRelation(from, to);
            if (allowed != null) {
                return allowed;
            }
        }
        return forWrite(from, null).equals(forWrite(to, null));
    }

    /// {@return whether a relation may lead from an object in one database to one in another: if
    /// they are the same, unless a router says otherwise}
    public boolean allowsRelation(
            ModelState from, String fromDatabase, ModelState to, String toDatabase) {
        for (DatabaseRouter router : routers) {
            Boolean allowed = router.allowRelation(from, to);
            if (allowed != null) {
                return allowed;
            }
        }
        return fromDatabase.equals(toDatabase);
    }

    /// {@return whether this model's table belongs into this database: where no router says, in the
    /// one that it is written to}
    public boolean allowsMigrate(String database, ModelState model) {
        for (DatabaseRouter router : routers) {
            Boolean allowed = router.allowMigrate(database, model);
            if (allowed != null) {
                return allowed;
            }
        }
        return routers.isEmpty() || database.equals(forWrite(model, null));
    }
}
