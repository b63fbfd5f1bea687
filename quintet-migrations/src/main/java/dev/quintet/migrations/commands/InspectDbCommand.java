package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.error.StateException;
import dev.quintet.migrations.inspect.InspectedModels;
import dev.quintet.migrations.inspect.WrittenModel;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes models from tables that are there.
@CommandLine.Command(
        name = "inspectdb",
        description = "Writes models, as Java, from the tables of a database that exists.")
final class InspectDbCommand extends Command {

    @Parameters(
            arity = "0..*",
            paramLabel = "TABLE",
            description = "Only these tables and views (default: all); with --app, these too.")
    private Set<String> tables = new LinkedHashSet<>();

    @Option(
            names = "--app",
            paramLabel = "LABEL",
            description =
                    "The tables of an app: those that begin with its label, less the label in the"
                            + " names of classes.")
    private @Nullable String app;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "legacy",
            description = "Of the classes (default: legacy).")
    private String packageName = "legacy";

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "Writes a file for each class there; prints all of them otherwise.")
    private @Nullable Path source;

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "Of this database instead of the default one.")
    private String database = "default";

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) throws IOException {
        if (!SourceVersion.isName(packageName)) {
            throw new StateException(
                    Problem.of("migrations.E060", "'" + packageName + "' is no name of a package.")
                            .fixedBy("Name one, such as --package records.legacy."));
        }
        Database from = site.get(Databases.KEY).get(database);
        List<WrittenModel> models =
                app == null
                        ? InspectedModels.write(from, tables, packageName)
                        : InspectedModels.ofApp(site, from, app, tables, packageName);
        var missing = new LinkedHashSet<>(tables);
        models.forEach(one -> missing.remove(one.table()));
        if (!missing.isEmpty()) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E061",
                                    "There is no table " + String.join(", ", missing) + ".")
                            .because("The database '" + database + "' has none of that name.")
                            .fixedBy("Name it as the database spells it, or no table for all."));
        }
        for (WrittenModel model : models) {
            if (source == null) {
                out().println(model.source());
            } else {
                write(source, model);
            }
        }
        return 0;
    }

    private void write(Path folder, WrittenModel model) throws IOException {
        Path home = folder.resolve(packageName.replace('.', '/'));
        Path file = home.resolve(model.name() + ".java");
        if (Files.exists(file)) {
            err().println("Left as it is: " + file);
            return;
        }
        Files.createDirectories(home);
        Files.writeString(file, model.source());
        out().println("Wrote " + file);
    }
}
