package dev.quintet.migrations.commands;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.Branches;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.MigrationName;
import dev.quintet.migrations.Migrations;
import dev.quintet.migrations.UnsafeChange;
import dev.quintet.migrations.autodetect.Answers;
import dev.quintet.migrations.autodetect.Interview;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import dev.quintet.migrations.autodetect.Questioner;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.error.StateException;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.source.MigrationFiles;
import dev.quintet.orm.connection.Databases;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes down what the models have become.
@CommandLine.Command(
        name = "makemigrations",
        description = "Writes the migrations that the models need, as Java.")
final class MakeMigrationsCommand extends Command {

    private static final int LONGEST_NAME = 60;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmm");

    @Parameters(arity = "0..*", paramLabel = "APP", description = "Only these, and what they need.")
    private Set<String> apps = new LinkedHashSet<>();

    @Option(names = "--check", description = "Only looks: exit code 1 when one is missing.")
    private boolean check;

    @Option(names = "--dry-run", description = "Prints what it would write.")
    private boolean dryRun;

    @Option(names = "--empty", description = "Writes an empty one for each APP, to be filled in.")
    private boolean empty;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "Calls it so, behind its number.")
    private @Nullable String name;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description =
                    "Renamed: catalog.Album=catalog.Record or catalog.Album.title=catalog.Album.name.")
    private Map<String, String> renames = new LinkedHashMap<>();

    @Option(
            names = "--default",
            paramLabel = "FIELD=VALUE",
            description = "What rows that exist get in a new field: catalog.Album.stock=0.")
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--safe",
            description =
                    "In steps that a site in use does not feel: expand, fill in batches, contract.")
    private boolean safe;

    @Option(
            names = "--merge",
            description = "Joins migrations of an app that were written side by side.")
    private boolean merge;

    @Option(names = "--no-input", description = "Asks nobody.")
    private boolean noInput;

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
        for (String label : apps) {
            refuseUnmigrated(site.apps().get(label));
            refuseForeign(site.apps().get(label));
        }
        if (merge) {
            return merged(site);
        }
        ProjectMigrations project = ProjectMigrations.of(site);
        Map<String, List<MigrationDraft>> missing =
                ours(
                        site,
                        empty
                                ? emptyOnes(project)
                                : safe
                                        ? project.missingInSafeSteps(
                                                apps, questioner(), stamp(site))
                                        : project.missing(apps, questioner(), stamp(site)));
        if (missing.isEmpty()) {
            out().println("No changes detected");
            return 0;
        }
        for (var app : missing.entrySet()) {
            write(
                    MigrationFiles.of(source, site.apps().get(app.getKey()), project),
                    site.apps().get(app.getKey()),
                    app.getValue());
        }
        warn(site, project, missing);
        return check ? 1 : 0;
    }

    /// Leaves out apps that others make: nothing can be written into their jars, and what was
    /// written beside them would be in nobody's list.
    private Map<String, List<MigrationDraft>> ours(
            Context site, Map<String, List<MigrationDraft>> missing) {
        var ours = new LinkedHashMap<String, List<MigrationDraft>>();
        missing.forEach((label, drafts) -> {
            Path jar = MigrationFiles.foreignJar(source, site.apps().get(label));
            if (jar == null) {
                ours.put(label, drafts);
            } else {
                err().println(
                                "The models of '"
                                        + label
                                        + "' ask for a migration that "
                                        + jar.getFileName()
                                        + " lacks: tell its makers.");
            }
        });
        return ours;
    }

    private void refuseForeign(App app) {
        Path jar = MigrationFiles.foreignJar(source, app);
        if (jar != null) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E051",
                                    "The Java of the app '" + app.label() + "' is not here.")
                            .because(
                                    "It comes in "
                                            + jar.getFileName()
                                            + ", and "
                                            + source
                                            + " has no package "
                                            + app.getClass().getPackageName()
                                            + ".")
                            .fixedBy(
                                    "Leave its migrations to its makers, or name the folder of its"
                                            + " Java by --source."));
        }
    }

    /// Names what a site in use would feel.
    private void warn(
            Context site, ProjectMigrations project, Map<String, List<MigrationDraft>> missing) {
        String dialect =
                site.find(Databases.KEY)
                        .map(all -> all.get().dialect().name())
                        .orElse("postgresql");
        List<UnsafeChange> unsafe = project.unsafe(missing, dialect);
        if (!unsafe.isEmpty()) {
            out().println("A site in use would feel this:");
            unsafe.forEach(one -> out().println("  " + one));
        }
    }

    private int merged(Context site) throws IOException {
        List<Branches> all = Migrations.branches(site);
        if (all.isEmpty()) {
            out().println("No conflicts detected to merge.");
            return 0;
        }
        for (Branches one : all) {
            out().println("Merging " + one.app());
            for (List<Migration> branch : one.branches()) {
                for (Migration migration : branch) {
                    out().println("  Branch " + migration.name().name());
                    migration
                            .operations()
                            .forEach(operation ->
                                    out().println(
                                                    "    "
                                                            + sign(operation)
                                                            + " "
                                                            + operation.describe()));
                }
            }
            List<String> conflicts = one.conflicts();
            if (!conflicts.isEmpty()) {
                throw new GraphException(
                        Problem.of(
                                        "migrations.E039",
                                        "The branches of "
                                                + one.app()
                                                + " do not go together in any order.")
                                .because(String.join("; ", conflicts) + ".")
                                .fixedBy(
                                        "Let the one that was applied nowhere depend on the other,"
                                                + " and mend it so that it fits behind it."));
            }
            write(site, one);
        }
        return 0;
    }

    private void write(Context site, Branches branches) throws IOException {
        App app = site.apps().get(branches.app());
        List<MigrationName> ends = branches.ends().stream().map(Migration::name).toList();
        int number =
                1
                        + ends.stream()
                                .map(one -> one.name().replaceFirst("\\D.*", ""))
                                .mapToInt(one -> one.isEmpty() ? 0 : Integer.parseInt(one))
                                .max()
                                .orElse(0);
        String words =
                name == null
                        ? "merge_"
                                + String.join(
                                        "_",
                                        ends.stream().map(MigrationName::name).sorted().toList())
                        : name;
        String called = words.length() > LONGEST_NAME ? "merge" : words;
        var draft =
                new MigrationDraft(
                        new MigrationName(
                                app.label(), String.format(Locale.ROOT, "%04d_%s", number, called)),
                        false,
                        ends,
                        List.of());
        write(MigrationFiles.empty(source, app), app, List.of(draft));
    }

    private void write(MigrationFiles files, App app, List<MigrationDraft> drafts)
            throws IOException {
        out().println("Migrations for '" + app.label() + "':");
        for (MigrationDraft draft : drafts) {
            MigrationDraft called = name == null ? draft : called(draft);
            out().println("  " + files.path(called));
            for (Operation one : called.operations()) {
                out().println("    " + sign(one) + " " + one.describe());
            }
            if (dryRun && !check) {
                out().println();
                out().println(files.text(called));
            } else if (!check) {
                files.write(called);
            }
        }
        if (!check && !dryRun && !files.listed()) {
            out().println(
                            "  Let "
                                    + app.getClass().getSimpleName()
                                    + ".migrations() return "
                                    + files.listClass()
                                    + ".all() once: from then on new ones are in it by themselves.");
        }
    }

    private MigrationDraft called(MigrationDraft draft) {
        String number = draft.name().name().substring(0, draft.name().name().indexOf('_') + 1);
        return new MigrationDraft(
                new MigrationName(draft.name().app(), number + name),
                draft.initial(),
                draft.dependencies(),
                draft.operations(),
                draft.atomic(),
                draft.replaces());
    }

    private static String sign(Operation operation) {
        String words = operation.describe();
        if (words.startsWith("Create") || words.startsWith("Add")) {
            return "+";
        }
        return words.startsWith("Remove") || words.startsWith("Delete") ? "-" : "~";
    }

    private Map<String, List<MigrationDraft>> emptyOnes(ProjectMigrations project) {
        if (apps.isEmpty()) {
            throw new StateException(
                    Problem.of("migrations.E024", "An empty migration belongs to an app.")
                            .fixedBy("Name it: makemigrations --empty APP."));
        }
        var drafts = new LinkedHashMap<String, List<MigrationDraft>>();
        for (String app : apps) {
            MigrationName last = project.last(app);
            drafts.put(
                    app,
                    List.of(
                            new MigrationDraft(
                                    project.next(app, "custom"),
                                    last == null,
                                    last == null ? List.of() : List.of(last),
                                    List.of())));
        }
        return drafts;
    }

    @SuppressWarnings("SystemConsoleNull") // it may be switched off
    private Questioner questioner() {
        Console console = System.console();
        if (noInput || check || console == null || !console.isTerminal()) {
            return new Answers(renames, defaults, null);
        }
        var in = new BufferedReader(new InputStreamReader(System.in, console.charset()));
        return new Answers(renames, defaults, new Interview(in, out()));
    }

    private static String stamp(Context site) {
        return "auto_"
                + STAMP.format(LocalDateTime.ofInstant(site.clock().instant(), ZoneOffset.UTC));
    }

    private static void refuseUnmigrated(App app) {
        if (!(app instanceof HasMigrations)) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E025",
                                    "The app '" + app.label() + "' has no migrations.")
                            .because(
                                    app.getClass().getName()
                                            + " does not implement HasMigrations: its tables are"
                                            + " made as its models are.")
                            .fixedBy(
                                    "Let it implement HasMigrations, and return List.of() until the"
                                            + " first is written."));
        }
    }
}
