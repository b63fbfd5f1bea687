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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
    private final MigrationGraph listed;
    private final History history;
    private final MigrationLock lock;
    private final TableSync sync;

    private Migrator(Context site, Database database) {
        this.site = site;
        this.database = database;
        this.listed = MigrationGraph.of(site.apps(), site.settings());
        this.history = new History(database, site.clock());
        this.lock = new MigrationLock(database, MigrateOptions.LOCK_TIMEOUT);
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
        Predicate<String> synced = options.fake() ? _ -> false : options.tables();
        // Migrations may lead to tables that are made from models, and these to migrated ones.
        List<String> made = makeTables(() -> sync.standing(synced), progress);
        run(steps, options, progress);
        noteSquashed();
        made.addAll(makeTables(synced, progress));
        if (MigrateSignals.POST_MIGRATE.hasReceivers()) {
            lock.during(
                    TransactionMode.USUAL,
                    () -> send(MigrateSignals.POST_MIGRATE, steps, applied()));
        }
        return made;
    }

    /// Squashed migrations decide by the history whether they are used.
    private MigrationGraph graph() {
        return listed.squashed()
                ? MigrationGraph.of(site.apps(), site.settings(), history.applied())
                : listed;
    }

    /// Notes squashed migrations as applied of which all is that they stand for.
    private void noteSquashed() {
        if (!listed.squashed()) {
            return;
        }
        MigrationGraph graph = graph();
        Set<MigrationName> rows = history.applied();
        List<MigrationName> open =
                graph.applied(rows).stream().filter(name -> !rows.contains(name)).toList();
        if (!open.isEmpty()) {
            lock.during(() -> {
                Set<MigrationName> now = history.applied();
                open.stream().filter(name -> !now.contains(name)).forEach(history::add);
            });
        }
    }

    /// {@return what a squashed migration stands for; empty for every other}
    public Set<MigrationName> standsFor(Migration migration) {
        return graph().standsFor(migration);
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
        ProjectState state = graph().state(applied);
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
        return forwards(graph().order(), applied());
    }

    /// {@return what is to be applied so that an app is at its last migration}
    ///
    /// @throws UnknownMigrationException when there is no such app, or it has no migrations
    public List<Step> plan(String app) {
        refuseUnlessMigrated(app);
        MigrationGraph graph = graph();
        return forwards(graph.withDependencies(graph.ofApp(app)), applied());
    }

    /// {@return the steps, forwards or backwards, to a migration of an app}
    ///
    /// @param name or its beginning; {@link #ZERO} to take all back
    /// @throws UnknownMigrationException when there is no such migration
    public List<Step> plan(String app, String name) {
        refuseUnlessMigrated(app);
        MigrationGraph graph = graph();
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
                        .filter(one -> graph.needs(one).contains(target.name()))
                        .toList();
        return backwards(next, applied);
    }

    /// Does these steps, those that nobody did in the meantime.
    ///
    /// @param fake whether the database is left as it is, and only the history changed
    /// @throws IrreversibleException when one cannot be taken back; nothing is done then
    /// @throws FailedMigrationException when an operation fails
    public void run(List<Step> steps, boolean fake, Progress progress) {
        run(
                steps,
                new MigrateOptions(fake, false, _ -> false, MigrateOptions.LOCK_TIMEOUT),
                progress);
    }

    private void run(List<Step> steps, MigrateOptions options, Progress progress) {
        var patient = new MigrationLock(database, options.lockTimeout());
        if (steps.isEmpty()) {
            // Who was killed behind the last step left it.
            dropJournal(patient);
            return;
        }
        if (!options.fake()) {
            steps.forEach(Migrator::refuseIrreversible);
        }
        var journal = new Journal(database);
        refuseHalfDone(journal.all(), steps);
        patient.during(() -> {
            if (!history.exists()) {
                history.create();
            }
        });
        MigrationGraph graph = graph();
        Map<MigrationName, ProjectState> states =
                graph.statesBefore(steps.stream().map(Step::migration).toList());
        var runner = new StepRunner(site, database, graph, patient, progress);
        for (Step step : steps) {
            progress.begins(
                    (step.backwards() ? "Unapplying " : "Applying ") + step.migration().name());
            ProjectState before = before(states, step.migration());
            boolean noted =
                    options.fake()
                            || (options.fakeInitial()
                                    && !step.backwards()
                                    && Initial.isThere(step.migration(), before, site, database));
            if (noted) {
                runner.note(step);
            } else {
                runner.run(step, before);
            }
            progress.ends(noted ? "FAKED" : "OK");
        }
        dropJournal(patient);
    }

    private void dropJournal(MigrationLock patient) {
        var journal = new Journal(database);
        if (journal.exists() && journal.all().isEmpty()) {
            patient.during(journal::dropIfEmpty);
        }
    }

    /// What there is before a migration, by those before it and by apps that have none.
    private ProjectState before(Map<MigrationName, ProjectState> states, Migration migration) {
        return sync.around(states.getOrDefault(migration.name(), ProjectState.empty()));
    }

    private static void refuseHalfDone(List<Journal.Entry> halfDone, List<Step> steps) {
        for (Journal.Entry at : halfDone) {
            boolean goesOn =
                    steps.stream()
                            .anyMatch(step ->
                                    step.migration().name().equals(at.name())
                                            && step.backwards() == at.backwards());
            boolean other =
                    steps.stream()
                            .anyMatch(
                                    step -> step.migration().name().app().equals(at.name().app()));
            if (!goesOn && other) {
                throw HalfWay.other(at);
            }
        }
    }

    /// {@return what a site in use would feel of these steps: of tables that are there before}
    public List<UnsafeChange> unsafe(List<Step> steps) {
        Map<MigrationName, ProjectState> states =
                graph().statesBefore(steps.stream().map(Step::migration).toList());
        var found = new ArrayList<UnsafeChange>();
        var fresh = new ArrayList<String>();
        for (Step step : steps) {
            if (!step.backwards()) {
                found.addAll(
                        UnsafeChange.in(
                                step.migration().name(),
                                step.migration().operations(),
                                before(states, step.migration()),
                                fresh,
                                database.dialect().name()));
            }
        }
        return found;
    }

    /// {@return the migrations that stopped half way, and where, in words; none on databases that
    /// keep them whole}
    public Map<MigrationName, String> halfDone() {
        var halfDone = new LinkedHashMap<MigrationName, String>();
        for (Journal.Entry at : new Journal(database).all()) {
            halfDone.put(at.name(), HalfWay.where(at));
        }
        return halfDone;
    }

    /// Forgets how far a migration came that stopped half way: the next run begins it anew. For
    /// when what it had done was undone by hand.
    ///
    /// @param name or its beginning
    /// @return whether it had stopped
    public boolean forgetProgress(String app, String name) {
        MigrationName meant = graph().find(app, name).name();
        boolean known = halfDone().containsKey(meant);
        if (known) {
            var journal = new Journal(database);
            lock.during(() -> journal.remove(meant));
            lock.during(journal::dropIfEmpty);
        }
        return known;
    }

    /// {@return the rows of the history about migrations of an app that it does not list any more}
    ///
    /// @throws HistoryException when a squashed migration still says that it stands for others
    public List<MigrationName> prunable(String app) {
        refuseUnlessMigrated(app);
        MigrationGraph graph = graph();
        for (Migration one : graph.ofApp(app)) {
            if (!one.replaces().isEmpty()) {
                throw new HistoryException(
                        Problem.of(
                                        "migrations.E034",
                                        "The migration " + one + " still stands for others.")
                                .because("Their rows tell databases apart that are older.")
                                .fixedBy(
                                        "Remove replaces(...) from it once all databases have it,"
                                                + " then prune."));
            }
        }
        return history.applied().stream()
                .filter(name -> name.app().equals(app))
                .filter(name -> graph.ofApp(app).stream().noneMatch(one -> one.name().equals(name)))
                .toList();
    }

    /// Deletes the rows of the history that {@link #prunable} names.
    public void prune(String app) {
        List<MigrationName> gone = prunable(app);
        lock.during(() -> gone.forEach(history::remove));
    }

    /// Makes the missing tables of the apps without migrations.
    ///
    /// @param app of which of them, by label
    /// @return the tables that were made
    public List<String> makeTables(Predicate<String> app, Progress progress) {
        return makeTables(() -> sync.missing(app), progress);
    }

    private List<String> makeTables(Supplier<List<ModelState>> which, Progress progress) {
        var made = new ArrayList<String>();
        if (which.get().isEmpty()) {
            return made;
        }
        lock.during(() -> {
            List<ModelState> missing = which.get();
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
        MigrationGraph graph = graph();
        Migration migration = graph.find(app, name);
        var step = new Step(migration, backwards);
        refuseIrreversible(step);
        ProjectState before = before(graph.statesBefore(List.of(migration)), migration);
        var described = new ArrayList<Described>();
        for (Stage stage : Stage.of(step, before)) {
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
        return List.copyOf(graph().order());
    }

    /// {@return the migrations of an app, in their order}
    public List<Migration> migrations(String app) {
        return graph().ofApp(app);
    }

    /// {@return what was applied to the database, in that order}
    ///
    /// @throws HistoryException when the database's history cannot be
    public Set<MigrationName> applied() {
        MigrationGraph graph = graph();
        Set<MigrationName> applied = graph.applied(history.applied());
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
                listed.order().stream().map(one -> one.name().app()).distinct().sorted().toList();
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
        return graph().withDependents(wanted).stream()
                .filter(one -> applied.contains(one.name()))
                .map(one -> new Step(one, true))
                .toList();
    }

    /// {@return whether the routers of a site keep a model in this database}
    static boolean belongs(Context site, Database database, ModelState model) {
        return site.find(Databases.KEY)
                .map(all -> all.routing().allowsMigrate(database.alias(), model))
                .orElse(true);
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
