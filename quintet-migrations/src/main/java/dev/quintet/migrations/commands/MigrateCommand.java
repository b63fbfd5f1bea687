package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.MigrateOptions;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.Progress;
import dev.quintet.migrations.Step;
import dev.quintet.migrations.UnsafeChange;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.error.StateException;
import dev.quintet.migrations.error.UnknownMigrationException;
import dev.quintet.migrations.operations.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Applies migrations, or takes them back.
@CommandLine.Command(
        name = "migrate",
        description = "Brings the database's tables to where the migrations say.")
final class MigrateCommand extends Command {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "APP",
            description = "Only this app, and what it depends on.")
    private @Nullable String app;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "To this migration, forwards or backwards; zero takes all back.")
    private @Nullable String name;

    @Option(names = "--plan", description = "Only lists what would be done.")
    private boolean plan;

    @Option(names = "--fake", description = "Notes it as done, and leaves the tables alone.")
    private boolean fake;

    @Option(
            names = "--fake-initial",
            description = "Only notes first migrations whose tables are there already.")
    private boolean fakeInitial;

    @Option(
            names = "--check",
            description = "Only looks: exit code 1 when something is not applied.")
    private boolean check;

    @Option(
            names = "--prune",
            description = "Deletes rows of the history about migrations of APP that are gone.")
    private boolean prune;

    @Option(
            names = "--run-syncdb",
            description = "Makes missing tables of apps without migrations: always done here.")
    @SuppressWarnings("UnusedVariable") // taken, as Django's users type it
    private boolean sync;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description =
                    "How long a statement waits for a table that others use; 0 for ever (default: 5).")
    private double lockTimeout = MigrateOptions.LOCK_TIMEOUT.toSeconds();

    @Option(
            names = "--safe",
            description = "Does nothing when a site in use would feel a change of this.")
    private boolean safe;

    @Option(
            names = "--forget-progress",
            description = "Begins NAME anew, which stopped half way; undo by hand what it did.")
    private boolean forget;

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "On this database instead of the default one.")
    private String database = "default";

    @Mixin private DriftOptions drift = new DriftOptions();

    @Override
    protected int run(Context site) throws IOException {
        if (drift.asked()) {
            return drift.run(site, database, app, out());
        }
        WrittenMigrations.refuseUnknown(site);
        Migrator migrator = Migrator.of(site, database);
        if (prune || forget) {
            return prune ? pruned(migrator) : forgotten(migrator);
        }
        List<Step> steps = steps(migrator);
        Predicate<String> synced = one -> name == null && (app == null || one.equals(app));
        List<UnsafeChange> unsafe = migrator.unsafe(steps);
        if (safe && !unsafe.isEmpty()) {
            throw refused(unsafe);
        }
        if (plan || check) {
            if (plan) {
                list(steps);
                name(unsafe);
            }
            return check && !steps.isEmpty() ? 1 : 0;
        }
        announce(migrator, steps);
        name(unsafe);
        var progress = new Printed();
        var wait = Duration.ofMillis(Math.round(lockTimeout * 1000));
        var options = new MigrateOptions(fake, fakeInitial, synced, wait);
        List<String> made = migrator.migrate(steps, options, progress);
        if (steps.isEmpty() && made.isEmpty()) {
            out().println("  Nothing to do.");
            nameChanged(site);
        }
        return 0;
    }

    /// Who changed a model and forgot the step between is told of it.
    private void nameChanged(Context site) {
        if (name != null) {
            return;
        }
        Set<String> apps = app == null ? Set.of() : Set.of(app);
        Set<String> changed =
                ProjectMigrations.of(site).missing(apps, Questioner.silent(), "auto").keySet();
        if (!changed.isEmpty()) {
            out().println(
                            "  The models of "
                                    + String.join(", ", changed)
                                    + " have changed since: run `makemigrations`, then `migrate`.");
        }
    }

    private void name(List<UnsafeChange> unsafe) {
        if (!unsafe.isEmpty()) {
            out().println("A site in use would feel this:");
            unsafe.forEach(one -> out().println("  " + one));
        }
    }

    private static StateException refused(List<UnsafeChange> unsafe) {
        return new StateException(
                Problem.of("migrations.E050", "A site in use would feel these changes.")
                        .because(
                                String.join(
                                        " ", unsafe.stream().map(UnsafeChange::toString).toList()))
                        .fixedBy(
                                "Do as they say, or run it without --safe when nobody uses the"
                                        + " site."));
    }

    private int pruned(Migrator migrator) {
        String label = named(app, "--prune", "migrate APP --prune");
        List<MigrationName> gone = migrator.prunable(label);
        migrator.prune(label);
        out().println("Pruning migrations:");
        gone.forEach(one -> out().println("  " + one));
        if (gone.isEmpty()) {
            out().println("  None.");
        }
        return 0;
    }

    private int forgotten(Migrator migrator) {
        String label = named(app, "--forget-progress", "migrate APP NAME --forget-progress");
        String one = named(name, "--forget-progress", "migrate APP NAME --forget-progress");
        boolean known = migrator.forgetProgress(label, one);
        out().println(known ? "Forgotten: the next run begins it anew." : "It had not stopped.");
        return 0;
    }

    private static String named(@Nullable String given, String option, String way) {
        if (given == null) {
            throw new UnknownMigrationException(
                    Problem.of("migrations.E036", option + " is about certain migrations.")
                            .fixedBy("Name them: " + way + "."));
        }
        return given;
    }

    private List<Step> steps(Migrator migrator) {
        if (app == null) {
            return migrator.plan();
        }
        if (name != null) {
            return migrator.plan(app, name);
        }
        return migrator.isMigrated(app) ? migrator.plan(app) : List.of();
    }

    private void list(List<Step> steps) {
        out().println("Planned operations:");
        if (steps.isEmpty()) {
            out().println("  None.");
        }
        for (Step step : steps) {
            out().println(step.migration().name());
            List<Operation> operations = step.migration().operations();
            for (Operation one : step.backwards() ? operations.reversed() : operations) {
                out().println("    " + (step.backwards() ? "Undo " : "") + one.describe());
            }
        }
    }

    private void announce(Migrator migrator, List<Step> steps) {
        out().println("Operations to perform:");
        if (app != null && name != null) {
            out().println("  Target: " + app + ", " + name);
        } else if (app != null) {
            out().println("  Apply all migrations of: " + app);
        } else {
            List<String> migrated =
                    migrator.migrations().stream()
                            .map(one -> one.name().app())
                            .distinct()
                            .sorted()
                            .toList();
            if (!migrated.isEmpty()) {
                out().println("  Apply all migrations of: " + String.join(", ", migrated));
            }
            if (!migrator.unmigratedApps().isEmpty()) {
                out().println(
                                "  Make missing tables of: "
                                        + String.join(", ", migrator.unmigratedApps()));
            }
        }
        out().println(steps.isEmpty() ? "Running:" : "Running migrations:");
        out().flush();
    }

    private final class Printed implements Progress {

        private static final long LONG = 2_000_000_000L;

        private long began;

        @Override
        public void begins(String what) {
            began = System.nanoTime();
            out().print("  " + what + "... ");
            out().flush();
        }

        @Override
        public void at(int number, int count, String what) {
            if (System.nanoTime() - began > LONG) {
                out().print("\n    " + number + " of " + count + ": " + what + "... ");
                out().flush();
            }
        }

        @Override
        public void rows(long done) {
            if (System.nanoTime() - began > LONG) {
                out().print(done + " rows... ");
                out().flush();
            }
        }

        @Override
        public void waits(String why, int attempt) {
            out().print("waiting (" + why + ")... ");
            out().flush();
        }

        @Override
        public void ends(String result) {
            out().println(result);
            out().flush();
        }
    }
}
