package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signal.Signal;
import picocli.CommandLine;

/// Shows who listens to what.
@CommandLine.Command(name = "signals", description = "Lists the signals and who listens to them.")
final class SignalsCommand extends Command {

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        for (Signal<?> signal : Signal.all()) {
            out().println(signal.name());
            signal.connections().forEach(connection -> out().println("  " + connection.label()));
        }
        return 0;
    }
}
