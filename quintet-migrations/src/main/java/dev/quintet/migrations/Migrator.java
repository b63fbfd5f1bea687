package dev.quintet.migrations;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.error.HistoryException;
import dev.quintet.migrations.error.IrreversibleException;
import dev.quintet.migrations.error.UnknownMigrationException;
import dev.quintet.migrations.operations.DatabaseChange;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.orm.sql.TransactionMode;
import dev.quintet.orm.state.ModelState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Brings the tables of a database to where the migrations say, or back. What the command `migrate`
/// does, for code.
///
/// Each migration runs under a lock that other processes respect, and looks again there whether it
/// is still to be done: two sites that start at once do it once. Where the database can (SQLite,
/// PostgreSQL) it is done whole or not at all.
public final class Migrator {

    /// The name that means: before the first migration.
    public static final String ZERO = "zero";

    private final Context site;
    private final Database database;
    private final MigrationGraph graph;
    private final History history;
    private final MigrationLock lock;
    private final TableSync sync;

    private Migrator(Context site, Database database) {
        this.site = site;
        this.database = database;
        this.graph = MigrationGraph.of(site.apps());
        this.history = new History(database, site.clock());
        this.lock = new MigrationLock(database);
        this.sync = new TableSync(database, site);
    }

    /// {@return one for a site's default database}
    ///
    /// @throws GraphException when its migrations do not fit together
    public static Migrator of(Context site) {
        return of(site, Databases.DEFAULT);
    }

    /// {@return one for a database of a site}
    ///
    /// @throws GraphException when its migrations do not fit together
    public static Migrator of(Context site, String alias) {
        return new Migrator(site, site.get(Databases.KEY).get(alias));
    }

    /// Applies all that is not applied, and makes the missing tables of apps without migrations.
    public void migrate() {
        migrate(plan(), MigrateOptions.USUAL, Progress.silent());
    }

    /// Does these steps and what belongs to them: {@link MigrateSignals} are sent before and after,
    /// and missing tables of apps without migrations are made.
    ///
    /// @return the tables that were made for apps without migrations
    /// @throws IrreversibleException when a step cannot be taken back; nothing is done then
    /// @throws FailedMigrationException when an operation fails
    public List<String> migrate(List<Step> steps, MigrateOptions options, Progress progress) {
        Set<MigrationName> before = applied();
        send(MigrateSignals.PRE_MIGRATE, steps, before);
        run(steps, options.fake(), progress);
        List<String> made = options.fake() ? List.of() : makeTables(options.tables(), progress);
        if (MigrateSignals.POST_MIGRATE.hasReceivers()) {
            lock.during(
                    TransactionMode.USUAL,
                    () -> send(MigrateSignals.POST_MIGRATE, steps, applied()));
        }
        return made;
    }

    /// Lets receivers of {@link MigrateSignals#POST_MIGRATE} do what is missing: for what emptied
    /// the tables.
    public void sendPostMigrate() {
        lock.during(
                TransactionMode.USUAL,
                () -> send(MigrateSignals.POST_MIGRATE, List.of(), applied()));
    }

    private void send(Signal<MigrateEvent> signal, List<Step> steps, Set<MigrationName> applied) {
        if (!signal.hasReceivers()) {
            return;
        }
        ProjectState state = graph.state(applied);
        site.run(() -> {
            for (App app : site.apps().list()) {
                signal.send(new MigrateEvent(site, app, database, steps, state));
            }
        });
    }

    /// {@return what is to be applied, in order}
    ///
    /// @throws HistoryException when the database's history cannot be
    public List<Step> plan() {
        return forwards(graph.order(), applied());
    }

    /// {@return what is to be applied so that an app is at its last migration}
    ///
    /// @throws UnknownMigrationException when there is no such app, or it has no migrations
    public List<Step> plan(String app) {
        refuseUnlessMigrated(app);
        return forwards(graph.withDependencies(graph.ofApp(app)), applied());
    }

    /// {@return the steps, forwards or backwards, to a migration of an app}
    ///
    /// @param name or its beginning; {@link #ZERO} to take all back
    /// @throws UnknownMigrationException when there is no such migration
    public List<Step> plan(String app, String name) {
        refuseUnlessMigrated(app);
        Set<MigrationName> applied = applied();
        if (name.equals(ZERO)) {
            return backwards(graph.ofApp(app), applied);
        }
        Migration target = graph.find(app, name);
        if (!applied.contains(target.name())) {
            return forwards(graph.withDependencies(List.of(target)), applied);
        }
        List<Migration> next =
                graph.ofApp(app).stream()
                        .filter(one -> one.dependencies().contains(target.name()))
                        .toList();
        return backwards(next, applied);
    }

    /// Does these steps, those that nobody did in the meantime.
    ///
    /// @param fake whether the database is left as it is, and only the history changed
    /// @throws IrreversibleException when one cannot be taken back; nothing is done then
    /// @throws FailedMigrationException when an operation fails
    public void run(List<Step> steps, boolean fake, Progress progress) {
        if (steps.isEmpty()) {
            return;
        }
        if (!fake) {
            steps.forEach(Migrator::refuseIrreversible);
        }
        lock.during(() -> {
            if (!history.exists()) {
                history.create();
            }
        });
        Map<MigrationName, ProjectState> states =
                graph.statesBefore(steps.stream().map(Step::migration).toList());
        for (Step step : steps) {
            progress.begins(
                    (step.backwards() ? "Unapplying " : "Applying ") + step.migration().name());
            ProjectState before =
                    states.getOrDefault(step.migration().name(), ProjectState.empty());
            lock.during(() -> site.run(() -> run(step, fake, before)));
            progress.ends(fake ? "FAKED" : "OK");
        }
    }

    /// Makes the missing tables of the apps without migrations.
    ///
    /// @param app of which of them, by label
    /// @return the tables that were made
    public List<String> makeTables(Predicate<String> app, Progress progress) {
        var made = new ArrayList<String>();
        if (sync.missing(app).isEmpty()) {
            return made;
        }
        lock.during(() -> {
            List<ModelState> missing = sync.missing(app);
            missing.forEach(model -> made.add(model.table()));
            if (!missing.isEmpty()) {
                progress.begins("Creating tables " + String.join(", ", made));
                database.execute(sync.statements(missing));
                progress.ends("OK");
            }
        });
        return made;
    }

    /// {@return the statements of a migration, as this database would be given them}
    ///
    /// @param name or its beginning
    /// @param backwards whether to take it back
    public List<Described> statements(String app, String name, boolean backwards) {
        refuseUnlessMigrated(app);
        Migration migration = graph.find(app, name);
        var step = new Step(migration, backwards);
        refuseIrreversible(step);
        ProjectState before =
                graph.statesBefore(List.of(migration))
                        .getOrDefault(migration.name(), ProjectState.empty());
        var described = new ArrayList<Described>();
        for (Stage stage : stages(step, before)) {
            var paper = DatabaseChange.onPaper(database.dialect());
            stage.run(paper, backwards);
            described.add(new Described(stage.operation().describe(), paper.statements()));
        }
        return described;
    }

    /// An operation in words and as statements.
    ///
    /// @param words what it does
    /// @param statements how it does it; none where the database has no part in it
    public record Described(String words, List<String> statements) {}

    /// {@return all migrations of the site, each behind those that it depends on}
    public List<Migration> migrations() {
        return List.copyOf(graph.order());
    }

    /// {@return the migrations of an app, in their order}
    public List<Migration> migrations(String app) {
        return graph.ofApp(app);
    }

    /// {@return what was applied to the database, in that order}
    ///
    /// @throws HistoryException when the database's history cannot be
    public Set<MigrationName> applied() {
        Set<MigrationName> applied = history.applied();
        History.refuseImpossible(graph, applied);
        return applied;
    }

    /// {@return the labels of the apps whose missing tables are made}
    public List<String> unmigratedApps() {
        return sync.apps();
    }

    /// {@return whether an app has migrations}
    ///
    /// @param app its label
    public boolean isMigrated(String app) {
        return MigrationGraph.has(site.apps().get(app));
    }

    private void refuseUnlessMigrated(String app) {
        List<String> labels =
                graph.order().stream().map(one -> one.name().app()).distinct().sorted().toList();
        if (!labels.contains(app)) {
            site.apps().get(app);
            throw new UnknownMigrationException(
                    Problem.of("migrations.E015", "The app '" + app + "' has no migrations.")
                            .because("These have some: " + String.join(", ", labels) + ".")
                            .fixedBy(Nearest.question(app, labels)));
        }
    }

    private static List<Step> forwards(Collection<Migration> wanted, Set<MigrationName> applied) {
        return wanted.stream()
                .filter(one -> !applied.contains(one.name()))
                .map(one -> new Step(one, false))
                .toList();
    }

    private List<Step> backwards(Collection<Migration> wanted, Set<MigrationName> applied) {
        return graph.withDependents(wanted).stream()
                .filter(one -> applied.contains(one.name()))
                .map(one -> new Step(one, true))
                .toList();
    }

    private void run(Step step, boolean fake, ProjectState before) {
        MigrationName name = step.migration().name();
        if (history.applied().contains(name) != step.backwards()) {
            return; // another process was faster
        }
        if (!fake) {
            change(step, before);
        }
        if (step.backwards()) {
            history.remove(name);
        } else {
            history.add(name);
        }
    }

    private void change(Step step, ProjectState before) {
        var change = DatabaseChange.in(database, model -> belongs(site, database, model));
        List<Stage> stages = stages(step, before);
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            try {
                stage.run(change, step.backwards());
            } catch (RuntimeException failed) {
                throw HalfWay.at(step, stage.operation(), i + 1, stages.size(), database, failed);
            }
        }
    }

    /// {@return whether the routers of a site keep a model in this database}
    static boolean belongs(Context site, Database database, ModelState model) {
        return site.find(Databases.KEY)
                .map(all -> all.routing().allowsMigrate(database.alias(), model))
                .orElse(true);
    }

    /// An operation between the models before and after it.
    private record Stage(Operation operation, ProjectState before, ProjectState after) {

        void run(DatabaseChange change, boolean backwards) {
            if (backwards) {
                operation.backwards(change, before, after);
            } else {
                operation.forwards(change, before, after);
            }
        }
    }

    private static List<Stage> stages(Step step, ProjectState before) {
        var stages = new ArrayList<Stage>();
        ProjectState state = before;
        for (Operation operation : step.migration().operations()) {
            ProjectState after = operation.stateForwards(state);
            stages.add(new Stage(operation, state, after));
            state = after;
        }
        return step.backwards() ? stages.reversed() : stages;
    }

    private static void refuseIrreversible(Step step) {
        if (!step.backwards()) {
            return;
        }
        for (Operation operation : step.migration().operations()) {
            if (!operation.reversible()) {
                throw new IrreversibleException(
                        Problem.of(
                                        "migrations.E006",
                                        "The migration "
                                                + step.migration()
                                                + " cannot be taken back.")
                                .because(
                                        "Its operation '"
                                                + operation.describe()
                                                + "' has no way back.")
                                .fixedBy("Give it one: .reverse(...) for statements of your own."));
            }
        }
    }
}
