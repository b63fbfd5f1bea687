package dev.quintet.migrations.commands;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.json.Json;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.inspect.Difference;
import dev.quintet.migrations.inspect.Drift;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RunSql;
import dev.quintet.migrations.source.MigrationFiles;
import dev.quintet.orm.connection.Databases;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `migrate` may be asked instead of migrating: in what the database is not as the migrations
/// say.
final class DriftOptions {

    @Option(
            names = "--drift",
            description =
                    "Only looks in what the tables are not as the migrations say: exit code 1 when"
                            + " they are not.")
    private boolean drift;

    @Option(names = "--json", description = "With --drift: says it as JSON.")
    private boolean json;

    @Option(
            names = "--repair",
            description = "With --drift: writes migrations that mend what can be mended.")
    private boolean repair;

    @Option(
            names = "--source",
            paramLabel = "DIR",
            defaultValue = "src/main/java",
            description = "With --repair: where the apps' Java lies (default: src/main/java).")
    private Path source = Path.of("src/main/java");

    /// {@return whether this is what is asked}
    boolean asked() {
        return drift;
    }

    /// {@return the exit code}
    ///
    /// @param app whose tables are looked at, or `null` for all
    int run(Context site, String alias, @Nullable String app, PrintWriter out) throws IOException {
        List<Difference> found =
                Drift.of(site, alias).stream()
                        .filter(one -> app == null || one.app().equals(app))
                        .toList();
        if (json) {
            out.println(Json.text(found.stream().map(DriftOptions::told).toList()));
        } else if (found.isEmpty()) {
            out.println("The tables are as the migrations say.");
        } else {
            found.forEach(one -> out.println(one.sentence()));
        }
        if (repair) {
            write(site, alias, found, out);
        }
        return found.isEmpty() ? 0 : 1;
    }

    private static Map<String, @Nullable Object> told(Difference one) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("app", one.app());
        told.put("table", one.table());
        told.put("kind", one.kind().name().toLowerCase(java.util.Locale.ROOT));
        told.put("what", one.what());
        told.put("expected", one.expected());
        told.put("found", one.found());
        told.put("sentence", one.sentence());
        told.put("repair", one.repair());
        return told;
    }

    private void write(Context site, String alias, List<Difference> found, PrintWriter out)
            throws IOException {
        String dialect = site.get(Databases.KEY).get(alias).dialect().name();
        Map<String, List<Operation>> repairs = new LinkedHashMap<>();
        for (Difference one : found) {
            if (one.repair().isEmpty()) {
                out.println("  To be mended by hand: " + one.sentence());
            } else {
                RunSql mended = RunSql.on(dialect, one.repair().toArray(String[]::new)).reverse();
                repairs.computeIfAbsent(one.app(), _ -> new ArrayList<>()).add(mended);
            }
        }
        ProjectMigrations project = ProjectMigrations.of(site);
        for (var repaired : repairs.entrySet()) {
            String app = repaired.getKey();
            MigrationName last = project.last(app);
            if (last == null) {
                out.println("  " + app + " has no migrations; these statements mend its tables:");
                found.stream()
                        .filter(one -> one.app().equals(app))
                        .flatMap(one -> one.repair().stream())
                        .forEach(one -> out.println("    " + one + ";"));
                continue;
            }
            var draft =
                    new MigrationDraft(
                            project.next(app, "repair_drift"),
                            false,
                            List.of(last),
                            repaired.getValue());
            MigrationFiles files = MigrationFiles.of(source, site.apps().get(app), project);
            files.write(draft);
            out.println("  Wrote " + files.path(draft));
        }
    }
}
