package dev.quintet.migrations;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.HistoricalModels;
import dev.quintet.orm.connection.Database;
import java.util.List;

/// That a database is migrated, for one app of the site. See {@link MigrateSignals}.
///
/// @param site whose apps they are; it is the current context while receivers run
/// @param app which of them this event is about; each of the site gets one, in their order
/// @param database which
/// @param steps what is done to it, for all apps; empty when there is nothing to do
/// @param state the models that the applied migrations add up to: before the steps, or behind them.
///   Those of apps without migrations are not in it
public record MigrateEvent(
        Context site, App app, Database database, List<Step> steps, ProjectState state) {

    /// Keeps a copy.
    public MigrateEvent {
        steps = List.copyOf(steps);
    }

    /// {@return the alias of the database, for `using`}
    public String alias() {
        return database.alias();
    }

    /// {@return the models as the database has them now, to be queried by names}
    public HistoricalModels models() {
        return HistoricalModels.of(state.models(), database.alias());
    }
}
