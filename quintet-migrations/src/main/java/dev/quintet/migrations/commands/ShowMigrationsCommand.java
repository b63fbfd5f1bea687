package dev.quintet.migrations.commands;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.Migrator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the migrations, and which are applied.
@CommandLine.Command(
        name = "showmigrations",
        description = "Lists the migrations of each app; those applied have an X.")
final class ShowMigrationsCommand extends Command {

    @Parameters(arity = "0..*", paramLabel = "APP", description = "Only these apps.")
    private Set<String> apps = new LinkedHashSet<>();

    @Option(names = "--plan", description = "All in the order in which they are applied.")
    private boolean plan;

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "Of this database instead of the default one.")
    private String database = "default";

    private Map<MigrationName, String> halfDone = Map.of();

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        apps.forEach(site.apps()::get);
        Migrator migrator = Migrator.of(site, database);
        Set<MigrationName> applied = migrator.applied();
        halfDone = migrator.halfDone();
        if (plan) {
            for (Migration one : migrator.migrations()) {
                if (apps.isEmpty() || apps.contains(one.name().app())) {
                    out().println(
                                    box(applied, one)
                                            + "  "
                                            + one.name()
                                            + needs(one)
                                            + more(migrator, one));
                }
            }
            return 0;
        }
        for (App app : site.apps().list()) {
            if (apps.isEmpty() || apps.contains(app.label())) {
                list(migrator, app.label(), applied);
            }
        }
        return 0;
    }

    private void list(Migrator migrator, String label, Set<MigrationName> applied) {
        List<Migration> migrations = migrator.migrations(label);
        out().println(label);
        if (migrations.isEmpty()) {
            out().println(" (no migrations)");
        }
        for (Migration one : migrations) {
            out().println(" " + box(applied, one) + " " + one.name().name() + more(migrator, one));
        }
    }

    /// Half done, or squashed of others.
    private String more(Migrator migrator, Migration one) {
        int count = migrator.standsFor(one).size();
        String where = halfDone.get(one.name());
        return (count == 0 ? "" : " (" + count + " squashed migrations)")
                + (where == null ? "" : "  " + where);
    }

    private static String needs(Migration one) {
        return one.dependencies().isEmpty()
                ? ""
                : " ... ("
                        + String.join(
                                ", ",
                                one.dependencies().stream().map(MigrationName::toString).toList())
                        + ")";
    }

    private String box(Set<MigrationName> applied, Migration one) {
        return halfDone.containsKey(one.name())
                ? "[~]"
                : applied.contains(one.name()) ? "[X]" : "[ ]";
    }
}
