package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.MigrateOptions;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.Progress;
import dev.quintet.migrations.Step;
import dev.quintet.migrations.operations.Operation;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "On this database instead of the default one.")
    private String database = "default";

    @Override
    protected int run(Context site) {
        Migrator migrator = Migrator.of(site, database);
        List<Step> steps = steps(migrator);
        Predicate<String> sync = one -> name == null && (app == null || one.equals(app));
        if (plan) {
            list(steps);
            return 0;
        }
        announce(migrator, steps);
        var progress = new Printed();
        List<String> made = migrator.migrate(steps, new MigrateOptions(fake, sync), progress);
        if (steps.isEmpty() && made.isEmpty()) {
            out().println("  Nothing to do.");
        }
        return 0;
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

        @Override
        public void begins(String what) {
            out().print("  " + what + "... ");
            out().flush();
        }

        @Override
        public void ends(String result) {
            out().println(result);
            out().flush();
        }
    }
}
