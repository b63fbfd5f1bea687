package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import picocli.CommandLine;

/// Prints which Quintet this is.
@CommandLine.Command(name = "version", description = "Prints the versions of Quintet and Java.")
final class VersionCommand extends Command {

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected boolean needsSite() {
        return false;
    }

    @Override
    protected int run(Context site) {
        out().println("Quintet " + Commands.version() + " on Java " + Runtime.version());
        return 0;
    }
}
