package dev.quintet.web.media;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.storage.Storage;
import dev.quintet.kernel.storage.Storages;
import dev.quintet.orm.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Lists uploaded files that no row names, and deletes them where it is told to.
@CommandLine.Command(
        name = "orphanfiles",
        description = "Lists uploaded files that no row names; --delete deletes them.")
final class OrphanFilesCommand extends Command {

    @Option(names = "--delete", description = "Deletes them. Look at the list first.")
    private boolean delete;

    @Option(
            names = "--storage",
            defaultValue = Storages.DEFAULT,
            description = "The storage that is searched, by its name.")
    private String storage = Storages.DEFAULT;

    @Option(names = "--below", defaultValue = "", description = "Only files below this folder.")
    private String below = "";

    @Option(
            names = "--hours",
            defaultValue = "24",
            description = "Leaves files alone that are younger; ${DEFAULT-VALUE} by default.")
    private int hours = 24;

    @Override
    protected int run(Context context) {
        Storage searched = context.get(Storages.KEY).get(storage);
        Instant before = context.clock().instant().minus(Duration.ofHours(hours));
        String folder = below.replaceAll("/+$", "");
        try {
            List<String> found =
                    OrphanFiles.find(context.get(Models.KEY), searched, folder, before);
            for (String each : found) {
                if (delete) {
                    searched.delete(each);
                }
                out().println(each);
            }
            String files = found.size() == 1 ? "1 file" : found.size() + " files";
            out().println(
                            delete
                                    ? "Deleted " + files + "."
                                    : files + " that no row names. --delete deletes them.");
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The storage cannot be read", unreadable);
        }
    }
}
