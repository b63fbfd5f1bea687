package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.fixtures.FixtureFormat;
import dev.quintet.migrations.fixtures.Fixtures;
import dev.quintet.migrations.fixtures.LoadOptions;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Loads fixtures. Django: `loaddata`.
@CommandLine.Command(
        name = "loaddata",
        description = "Loads fixtures into a database: all of them, or nothing.")
final class LoadDataCommand extends Command {

    private static final int STEP = 50_000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FIXTURE",
            description = "Names, with or without their ending; - for the standard input.")
    private List<String> names = List.of();

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "Into this database instead of the default one.")
    private String database = "default";

    @Option(names = "--app", paramLabel = "APP", description = "Only fixtures of this app.")
    private @Nullable String app;

    @Option(
            names = {"-i", "--ignorenonexistent"},
            description = "Passes over models and fields that are not there.")
    private boolean ignoring;

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "APP[.MODEL]",
            description = "An app or a model to pass over; may be given often.")
    private List<String> exclude = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What the standard input is: json, jsonl, xml or yaml.")
    private String format = "json";

    @Override
    protected int run(Context site) throws IOException {
        var options = new LoadOptions(database, app, exclude, ignoring, this::progress);
        Fixtures.Loaded loaded =
                names.equals(List.of("-"))
                        ? input(site, options)
                        : Fixtures.of(site).load(names, options);
        out().println(
                        "Installed "
                                + loaded.loaded()
                                + " object(s)"
                                + (loaded.loaded() == loaded.seen()
                                        ? ""
                                        : " (of " + loaded.seen() + ")")
                                + " from "
                                + loaded.files()
                                + " fixture(s)");
        return 0;
    }

    private Fixtures.Loaded input(Context site, LoadOptions options) throws IOException {
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            return Fixtures.of(site).load(FixtureFormat.of(format), "standard input", in, options);
        }
    }

    private void progress(long seen) {
        if (seen % STEP == 0) {
            err().println(seen + " objects so far");
            err().flush();
        }
    }
}
