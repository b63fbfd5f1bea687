package dev.quintet.migrations.commands;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.autodetect.Squashing;
import dev.quintet.migrations.source.MigrationFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes one migration that stands for several.
@CommandLine.Command(
        name = "squashmigrations",
        description = "Writes one migration that stands for those of an app up to one.")
final class SquashMigrationsCommand extends Command {

    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(
            index = "1",
            arity = "1..2",
            paramLabel = "[FIRST] LAST",
            description = "The last of them; or the first and the last.")
    private List<String> names = List.of();

    @Option(names = "--no-optimize", description = "Leaves the operations as they are.")
    private boolean asIs;

    @Option(names = "--squashed-name", paramLabel = "NAME", description = "Calls it so.")
    private @Nullable String name;

    @Option(names = "--dry-run", description = "Prints what it would write.")
    private boolean dryRun;

    @Option(
            names = "--source",
            paramLabel = "DIR",
            defaultValue = "src/main/java",
            description = "Where the app's Java lies (default: src/main/java).")
    private Path source = Path.of("src/main/java");

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) throws IOException {
        App squashed = site.apps().get(app);
        Squashing squashing =
                Squashing.of(
                        site,
                        app,
                        names.size() > 1 ? names.getFirst() : "",
                        names.getLast(),
                        name == null ? "" : name,
                        !asIs);
        MigrationFiles files = MigrationFiles.of(source, squashed, ProjectMigrations.of(site));
        out().println("Will squash the following migrations:");
        squashing.draft().replaces().forEach(one -> out().println(" - " + one));
        out().println(
                        "  Optimized from "
                                + squashing.before()
                                + " operations to "
                                + squashing.draft().operations().size()
                                + " operations.");
        if (dryRun) {
            out().println();
            out().println(files.text(squashing.draft()));
            return 0;
        }
        files.write(squashing.draft());
        out().println("Created " + files.path(squashing.draft()));
        if (!squashing.borrowed().isEmpty()) {
            out().println(
                            "  It takes code from the old ones; move it over before you delete"
                                    + " them:");
            squashing.borrowed().forEach(one -> out().println("   - " + one));
        }
        out().println(
                        "  Leave the old ones where they are until every database has it; then"
                                + " delete them, and its replaces(...).");
        return 0;
    }
}
