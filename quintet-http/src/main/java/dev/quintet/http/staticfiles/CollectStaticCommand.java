package dev.quintet.http.staticfiles;

import dev.quintet.http.HttpSettings;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Puts all static files into `STATIC_ROOT`.
@CommandLine.Command(
        name = "collectstatic",
        description = "Puts all static files into STATIC_ROOT, with hashes in their names.")
final class CollectStaticCommand extends Command {

    @Option(names = "--clear", description = "Deletes what else lies in STATIC_ROOT.")
    private boolean clear;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Writes nothing, only says what would be done.")
    private boolean dry;

    @Override
    protected int run(Context context) {
        String root = context.settings().get(HttpSettings.STATIC_ROOT);
        if (root.isEmpty()) {
            throw new CommandException(
                    Problem.of(
                                    "http.E072",
                                    "STATIC_ROOT is not set, so there is no place for them.")
                            .fixedBy(
                                    "Set STATIC_ROOT to a folder, such as STATIC_ROOT=collected."));
        }
        try {
            StaticFiles.Collected done =
                    context.get(StaticFiles.KEY).collect(Path.of(root), clear, dry);
            out().println(
                            (dry ? "Would copy " : "Copied ")
                                    + done.copied()
                                    + " to "
                                    + root
                                    + ", "
                                    + done.unmodified()
                                    + " were there already"
                                    + (clear ? ", " + done.deleted() + " deleted." : "."));
            return 0;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("STATIC_ROOT cannot be written", unwritable);
        }
    }
}
