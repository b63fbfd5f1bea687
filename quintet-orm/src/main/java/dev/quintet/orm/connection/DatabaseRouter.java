package dev.quintet.orm.connection;

import dev.quintet.orm.state.ModelState;
import org.jspecify.annotations.Nullable;

/// Says which model lives in which database. Django: database routers.
///
/// Routers are asked in the order in which the setting `DATABASE_ROUTERS` lists them; `null` leaves
/// the question to the next one, and in the end to the default. Safe for many threads.
public interface DatabaseRouter {

    /// {@return the alias of the database to read rows of this model from}
    ///
    /// @param near alias of the database that the object at hand came from, or `null` where there
    ///   is none
    default @Nullable String dbForRead(ModelState model, @Nullable String near) {
        return null;
    }

    /// {@return the alias of the database to write rows of this model to}
    ///
    /// @param near alias of the database that the object at hand came from, or `null` where there
    ///   is none
    default @Nullable String dbForWrite(ModelState model, @Nullable String near) {
        return null;
    }

    /// {@return whether a relation may lead from one model to another}
    default @Nullable Boolean allowRelation(ModelState from, ModelState to) {
        return null;
    }

    /// {@return whether migrations may make this model's table in this database}
    default @Nullable Boolean allowMigrate(String database, ModelState model) {
        return null;
    }
}
