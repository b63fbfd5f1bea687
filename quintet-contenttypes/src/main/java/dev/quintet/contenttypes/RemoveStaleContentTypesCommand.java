package dev.quintet.contenttypes;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.orm.DeletedRows;
import dev.quintet.orm.Mappings;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.ModelRelation;
import dev.quintet.orm.QuerySet;
import java.io.Console;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Removes content types whose models are gone, and the rows that lead to them.
@CommandLine.Command(
        name = "remove_stale_contenttypes",
        description = "Removes the names of models that the site has no longer.")
final class RemoveStaleContentTypesCommand extends Command {

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "On this database instead of the default one.")
    private String database = "default";

    @Option(
            names = "--include-stale-apps",
            description = "Also those of apps that the site does not list.")
    private boolean staleApps;

    @Option(names = "--no-input", description = "Asks nobody, and deletes.")
    private boolean noInput;

    @Override
    protected int run(Context site) {
        List<ContentType> stale = stale(site);
        if (stale.isEmpty()) {
            out().println("No content type is stale.");
            return 0;
        }
        for (ContentType one : stale) {
            out().println("Stale: " + one.appLabel + " | " + one.model);
            leading(site, one).forEach((label, rows) -> out().println("    " + rows + " " + label));
        }
        if (!noInput && !agreed()) {
            out().println("Nothing was deleted.");
            return 1;
        }
        long total = 0;
        for (ContentType one : stale) {
            DeletedRows deleted =
                    ContentTypes.all().using(database).filter(ContentTypes.id.eq(one.id)).delete();
            total += deleted.total();
        }
        ContentTypeRegistry.on(database).clear();
        out().println(total == 1 ? "1 row was deleted." : total + " rows were deleted.");
        return 0;
    }

    private List<ContentType> stale(Context site) {
        Set<String> apps = site.apps().list().stream().map(App::label).collect(Collectors.toSet());
        return ContentTypes.all().using(database).orderBy(ContentTypes.id.asc()).list().stream()
                .filter(one -> staleApps || apps.contains(one.appLabel))
                .filter(one -> one.mapping().isEmpty())
                .toList();
    }

    /// {@return how many rows lead to a type, by model: they would go with it}
    private Map<String, Long> leading(Context site, ContentType type) {
        var rows = new LinkedHashMap<String, Long>();
        for (ModelMapping<?> model : ModelNames.of(site).all().values()) {
            for (ModelRelation relation : model.relations()) {
                if (relation.kind() == ModelRelation.Kind.TO_ONE
                        && relation.target().get().equals(Mappings.of(ContentType.class))) {
                    long count =
                            QuerySet.of(model)
                                    .using(database)
                                    .filter(relation.name(), type.id)
                                    .count();
                    if (count > 0) {
                        rows.merge(model.state().label(), count, Long::sum);
                    }
                }
            }
        }
        return rows;
    }

    @SuppressWarnings("SystemConsoleNull") // it may be switched off
    private static boolean agreed() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new UnansweredException(
                    Problem.of("contenttypes.E002", "Nobody can be asked whether to delete.")
                            .because("The command runs without a terminal.")
                            .fixedBy("Read the list above, then run it with --no-input."));
        }
        String answer =
                console.readLine(
                        "Delete these, and the rows that lead to them? Type 'yes' to do it: ");
        return "yes".equals(answer);
    }
}
