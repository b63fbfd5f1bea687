package dev.quintet;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Serves the site until the process is told to end.
@CommandLine.Command(name = "serve", description = "Serves the site, as in production.")
final class ServeCommand extends Command {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Where to listen; 127.0.0.1, or the setting HTTP_HOST.")
    private @Nullable String host;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "The port; 8000, or the setting HTTP_PORT. 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--rehearse",
            description =
                    "Only starts, on a free port of this machine, asks itself for the front page and"
                            + " what it leads to, and ends: a Java that keeps what it loaded on the"
                            + " way (-XX:AOTCacheOutput) starts fast from then on.")
    private boolean rehearse;

    @Override
    protected int run(Context context) throws InterruptedException {
        RunningSite site = context.get(RunningSite.KEY);
        ServerOptions set = ServerOptions.of(context.settings());
        if (rehearse) {
            Rehearsal.of(site, set, out());
            return 0;
        }
        String where = host == null ? set.host() : host;
        int door = port == null ? set.port() : port;
        Serving.refusePort(door);
        Serving.refuseDebugInPublic(context.settings(), where);
        Serving.refuseUnnamed(context.settings(), where);
        Serving.warnOfDatabases(context, err());
        try (Serving serving = Serving.start(site, set.at(where, door))) {
            site.welcome(serving.address()).forEach(out()::println);
            out().flush();
            serving.join();
        }
        return 0;
    }
}
