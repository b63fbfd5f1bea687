package dev.quintet.migrations.commands;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.fixtures.HasSeeds;
import dev.quintet.orm.Transaction;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes the rows that apps begin with.
@CommandLine.Command(
        name = "seed",
        description = "Makes the rows that apps begin with; those that are there stay as they are.")
final class SeedCommand extends Command {

    @Parameters(paramLabel = "APP", description = "Apps; all that have seeds when none.")
    private List<String> labels = List.of();

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "Within a transaction of this database instead of the default one.")
    private String database = "default";

    @Override
    protected int run(Context site) {
        List<App> seeding = new ArrayList<>();
        for (App app : site.apps().list()) {
            if (app instanceof HasSeeds && (labels.isEmpty() || labels.contains(app.label()))) {
                seeding.add(app);
            }
        }
        for (String label : labels) {
            if (seeding.stream().noneMatch(app -> app.label().equals(label))) {
                throw new CommandException(
                        Problem.of("migrations.E098", "The app '" + label + "' has no seeds.")
                                .fixedBy("Let its App implement HasSeeds, or name another."));
            }
        }
        try (var block = Transaction.atomicOn(database)) {
            for (App app : seeding) {
                ((HasSeeds) app).seed(site);
                out().println("Seeded " + app.label());
            }
            block.commit();
        }
        if (seeding.isEmpty()) {
            out().println("No app has seeds.");
        }
        return 0;
    }
}
