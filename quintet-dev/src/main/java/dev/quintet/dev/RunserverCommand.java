package dev.quintet.dev;

import dev.quintet.RunningSite;
import dev.quintet.Serving;
import dev.quintet.Site;
import dev.quintet.kernel.check.Checks;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.settings.KernelSettings;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.server.HttpServer;
import dev.quintet.server.ServerOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Serves the site to its developer: errors are shown in full, so nobody else may reach it. Follows
/// the sources as they change, where they are there.
@CommandLine.Command(
        name = RunserverCommand.NAME,
        description = "Serves the site to its developer: shows errors in full, follows changes.")
class RunserverCommand extends Command {

    static final String NAME = "runserver";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

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

    @Option(names = "--no-reload", description = "Starts once, and follows no changes.")
    private boolean noReload;

    private String checked = "";

    @Override
    protected boolean needsSite() {
        return false;
    }

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context context) throws InterruptedException {
        refuseInPublic();
        if (port != null) {
            Serving.refusePort(port);
        }
        Site site = context.get(Site.UNSTARTED);
        Project project = noReload ? null : Project.ofProcess(site.getClass());
        return project == null ? once(site) : following(project);
    }

    private int following(Project project) throws InterruptedException {
        try (Workshop workshop = Workshop.open(project, words(), warned(), post(), this::tell)) {
            ServerOptions options = options(workshop.settings()).accessLog(false);
            var server = HttpServer.start(workshop, options);
            var ending = Thread.ofPlatform().name("shutdown").unstarted(server::close);
            Runtime.getRuntime().addShutdownHook(ending);
            workshop.welcome("http://localhost:" + server.port() + "/").forEach(told()::println);
            told().println("For you alone: it shows errors in full, and follows what you save.");
            listed();
            told().println("Ctrl-C ends it.");
            told().flush();
            server.join();
        }
        return 0;
    }

    private int once(Site site) throws InterruptedException {
        SettingsSources sources = SettingsSources.ofProcess(Commands.settingsIn(words()));
        try (RunningSite running = site.start(sources, words(), UnaryOperator.identity())) {
            refuseWithoutDebug(running.context().settings());
            check(running.context());
            ServerOptions options = options(running.context().settings());
            try (Serving serving = Serving.start(running, options)) {
                begun(running.context());
                running.welcome(serving.address()).forEach(told()::println);
                listed();
                told().println("For you alone: it shows errors in full. Ctrl-C ends it.");
                told().flush();
                serving.join();
            }
        }
        return 0;
    }

    /// The words that this command was called with, for the site that is started again and again.
    private List<String> words() {
        var parsed = spec().root().commandLine().getParseResult();
        return parsed == null ? List.of(NAME) : List.copyOf(parsed.originalArgs());
    }

    private ServerOptions options(Settings settings) {
        ServerOptions said = ServerOptions.of(settings).stopAtShutdown(false);
        // Who presses Ctrl-C wants it to end: what a production server waits for is not waited for.
        ServerOptions set = said.timeouts(said.headerTimeout(), said.idleTimeout(), PATIENCE);
        int door = port == null ? set.port() : port;
        return set.at(host, door);
    }

    private void tell(Generation generation) {
        refuseWithoutDebug(generation.site().context().settings());
        check(generation.site().context());
        begun(generation.site().context());
    }

    /// {@return where it says how things are}
    PrintWriter told() {
        return out();
    }

    /// {@return where it says what is wrong, and what it does}
    PrintWriter warned() {
        return err();
    }

    /// {@return where it says which mail was caught}
    PrintWriter post() {
        return err();
    }

    /// Called with each site that begins.
    void begun(Context site) {}

    /// Says what else there is.
    void listed() {}

    /// Says what the checks find, where that is not what they found the last time.
    private void check(Context site) {
        String found;
        try {
            found = Checks.of(site).run(Set.of(), false, true).render();
        } catch (QuintetException unable) {
            found = unable.problem().render() + System.lineSeparator();
        }
        if (!found.equals(checked)) {
            checked = found;
            warned().print(found);
            warned().flush();
        }
    }

    private void refuseInPublic() {
        if (!Serving.isLoopback(host)) {
            throw new CommandException(
                    Problem.of(
                                    "dev.E001",
                                    "The developer's server does not listen on " + host + ".")
                            .because(
                                    "Its error pages show code and settings to whoever reaches it.")
                            .fixedBy("Leave --host out, or use `serve`, which shows nothing."));
        }
    }

    private static void refuseWithoutDebug(Settings settings) {
        if (!settings.get(KernelSettings.DEBUG)) {
            throw new CommandException(
                    Problem.of("dev.E002", "DEBUG is off, and runserver is for debugging.")
                            .fixedBy(
                                    "Remove DEBUG from the environment, .env and"
                                            + " settings.properties, or use `serve`."));
        }
    }
}
