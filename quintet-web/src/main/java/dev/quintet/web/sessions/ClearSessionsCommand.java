package dev.quintet.web.sessions;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import picocli.CommandLine;

/// Deletes sessions whose time is over.
@CommandLine.Command(
        name = "clearsessions",
        description = "Deletes sessions whose time is over; run it now and then.")
final class ClearSessionsCommand extends Command {

    @Override
    protected int run(Context context) {
        int cleared = SessionStores.of(context).clearExpired();
        out().println(cleared == 1 ? "1 session was over." : cleared + " sessions were over.");
        return 0;
    }
}
