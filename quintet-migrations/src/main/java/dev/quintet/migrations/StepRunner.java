package dev.quintet.migrations;

import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.error.FailedMigrationException;
import dev.quintet.migrations.operations.DatabaseChange;
import dev.quintet.migrations.operations.ProjectState;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.LockTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Does one step: whole or not at all where the database can, else so that it can be gone on with.
final class StepRunner {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Context site;
    private final Database database;
    private final MigrationGraph graph;
    private final History history;
    private final Journal journal;
    private final MigrationLock lock;
    private final Progress progress;

    StepRunner(
            Context site,
            Database database,
            MigrationGraph graph,
            MigrationLock lock,
            Progress progress) {
        this.site = site;
        this.database = database;
        this.graph = graph;
        this.history = new History(database, site.clock());
        this.journal = new Journal(database);
        this.lock = lock;
        this.progress = progress;
    }

    /// @param before the models before the step's migration
    void run(Step step, ProjectState before) {
        List<Stage> stages = Stage.of(step, before);
        if (!database.dialect().transactionalDdl()) {
            lock.during(() ->
                    site.run(() -> byStatement(step, stages, new Ground.OneTransaction(database))));
        } else if (step.migration().atomic()) {
            whole(step, stages);
        } else if (database.dialect().name().equals("sqlite")) {
            boolean more = true;
            while (more) {
                more = nextOperation(step, stages);
            }
        } else {
            lock.beside(() ->
                    site.run(() ->
                            byStatement(step, stages, new Ground.Statements(database, lock))));
        }
    }

    /// Notes a step as done, and leaves the database as it is.
    void note(Step step) {
        lock.during(() -> {
            if (!done(step)) {
                record(step);
            }
        });
    }

    private void whole(Step step, List<Stage> stages) {
        for (int attempt = 1; ; attempt++) {
            try {
                lock.during(() -> site.run(() -> allAtOnce(step, stages)));
                return;
            } catch (FailedMigrationException stopped) {
                if (attempt == ATTEMPTS || !(stopped.getCause() instanceof LockTimeoutException)) {
                    throw stopped;
                }
                progress.waits("others hold the table", attempt);
                MigrationLock.pause(PAUSE.multipliedBy(attempt));
            }
        }
    }

    private void allAtOnce(Step step, List<Stage> stages) {
        if (done(step)) {
            return; // another process was faster
        }
        DatabaseChange change = change();
        for (int i = 0; i < stages.size(); i++) {
            run(step, stages, i, change, null);
        }
        record(step);
    }

    private boolean nextOperation(Step step, List<Stage> stages) {
        boolean[] more = new boolean[1];
        lock.during(() ->
                site.run(() -> {
                    if (done(step)) {
                        return;
                    }
                    Journal.Entry at = begun(step, stages);
                    if (at.operation() < stages.size()) {
                        run(step, stages, at.operation(), change(), at);
                        int next = at.operation() + 1;
                        journal.put(Journal.Entry.at(step, next, said(stages, next)));
                        more[0] = true;
                    } else {
                        journal.remove(step.migration().name());
                        record(step);
                    }
                }));
        return more[0];
    }

    private void byStatement(Step step, List<Stage> stages, Ground ground) {
        if (done(step)) {
            return;
        }
        Journal.Entry at = begun(step, stages);
        for (int i = at.operation(); i < stages.size(); i++) {
            Journal.Entry from = i == at.operation() ? at : Journal.Entry.at(step, i, "");
            Stage stage = stages.get(i);
            var sending =
                    new Sending(
                            database,
                            journal,
                            ground,
                            new Journal.Entry(
                                    from.name(),
                                    from.backwards(),
                                    i,
                                    from.batch(),
                                    from.statement(),
                                    from.doubtful(),
                                    stage.operation().describe(),
                                    from.source(),
                                    from.statements()),
                            source(stage, step.backwards()));
            DatabaseChange change =
                    DatabaseChange.in(
                            database,
                            model -> Migrator.belongs(site, database, model),
                            sending,
                            ground.keptInBetween(step.migration().atomic(), progress::rows));
            run(step, stages, i, change, from);
            int next = i + 1;
            ground.together(() -> journal.put(Journal.Entry.at(step, next, said(stages, next))));
        }
        ground.together(() -> {
            journal.remove(step.migration().name());
            record(step);
        });
    }

    private static String said(List<Stage> stages, int number) {
        return number < stages.size() ? stages.get(number).operation().describe() : "";
    }

    /// {@return the statements of an operation as it says them without looking at the database:
    /// whether it was edited since shows in them}
    private String source(Stage stage, boolean backwards) {
        var paper = DatabaseChange.onPaper(database.dialect());
        stage.run(paper, backwards);
        return String.join(";\n", paper.statements());
    }

    private Journal.Entry begun(Step step, List<Stage> stages) {
        journal.create();
        Journal.Entry at = journal.find(step.migration().name());
        if (at == null) {
            return Journal.Entry.beginning(step);
        }
        boolean known =
                at.operation() <= stages.size()
                        && (at.said().isEmpty() || at.said().equals(said(stages, at.operation())));
        if (at.backwards() != step.backwards() || !known) {
            throw HalfWay.changed(at, stages.size());
        }
        return at;
    }

    private DatabaseChange change() {
        return DatabaseChange.in(
                database,
                model -> Migrator.belongs(site, database, model),
                database::execute,
                progress::rows);
    }

    private void run(
            Step step,
            List<Stage> stages,
            int number,
            DatabaseChange change,
            Journal.@Nullable Entry resumable) {
        Stage stage = stages.get(number);
        progress.at(number + 1, stages.size(), stage.operation().describe());
        try {
            stage.run(change, step.backwards());
        } catch (RuntimeException failed) {
            throw HalfWay.at(
                    step, stage.operation(), number + 1, stages.size(), resumable != null, failed);
        }
    }

    private boolean done(Step step) {
        Set<MigrationName> applied = graph.applied(history.applied());
        return applied.contains(step.migration().name()) != step.backwards();
    }

    private void record(Step step) {
        Set<MigrationName> names = graph.recorded(step.migration());
        if (step.backwards()) {
            names.forEach(history::remove);
        } else {
            Set<MigrationName> known = history.applied();
            names.stream().filter(name -> !known.contains(name)).forEach(history::add);
        }
    }
}
