package dev.quintet.dev;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.kernel.check.Checks;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.server.ServerOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Serves the site to its developer: errors are shown in full, so nobody else may reach it.
@CommandLine.Command(
        name = RunserverCommand.NAME,
        description = "Serves the site to its developer, with errors shown in full.")
final class RunserverCommand extends Command {

    static final String NAME = "runserver";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where to listen: an address of this machine alone.")
    private String host = "127.0.0.1";

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "The port; 8000, or the setting HTTP_PORT. 0 takes a free one.")
    private @Nullable Integer port;

    @Override
    protected int run(Context context) throws InterruptedException {
        refuseInPublic(context);
        RunningSite site = context.get(RunningSite.KEY);
        ServerOptions set = ServerOptions.of(context.settings());
        int door = port == null ? set.port() : port;
        Serving.refusePort(door);
        // Errors of wiring have kept this command from running; what databases lack is said here,
        // and shown again on the pages that miss it.
        err().print(Checks.of(context).run(Set.of(), false, true).render());
        err().flush();
        try (Serving serving = Serving.start(site, set.at(host, door))) {
            out().println(site.name() + " is at " + serving.address());
            out().println("For you alone: errors are shown in full. Ctrl-C ends it.");
            out().flush();
            serving.join();
        }
        return 0;
    }

    private void refuseInPublic(Context context) {
        if (!Serving.isLoopback(host)) {
            throw new CommandException(
                    Problem.of(
                                    "dev.E001",
                                    "The developer's server does not listen on " + host + ".")
                            .because(
                                    "Its error pages show code and settings to whoever reaches it.")
                            .fixedBy("Leave --host out, or use `serve`, which shows nothing."));
        }
        if (!context.settings().get(KernelSettings.DEBUG)) {
            throw new CommandException(
                    Problem.of("dev.E002", "DEBUG is off, and runserver is for debugging.")
                            .fixedBy(
                                    "Remove DEBUG from the environment, .env and"
                                            + " settings.properties, or use `serve`."));
        }
    }
}
