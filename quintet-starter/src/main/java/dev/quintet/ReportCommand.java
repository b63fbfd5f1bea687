package dev.quintet;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Checks;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Layer;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.kernel.settings.Value;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// Prints what a bug report needs, and no secret.
@CommandLine.Command(
        name = "report",
        description = "Prints versions, settings, apps and checks, for a bug report; no secrets.")
final class ReportCommand extends Command {

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        out().println("Quintet    " + Commands.version());
        out().println(
                        "Java       "
                                + Runtime.version()
                                + ", "
                                + System.getProperty("java.vm.name")
                                + ", "
                                + System.getProperty("java.vendor"));
        out().println(
                        "System     "
                                + System.getProperty("os.name")
                                + " "
                                + System.getProperty("os.version")
                                + ", "
                                + System.getProperty("os.arch")
                                + ", "
                                + Runtime.getRuntime().availableProcessors()
                                + " processors, "
                                + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MB for the heap");
        out().println(
                        "Databases  "
                                + site.settings().databases().entrySet().stream()
                                        .map(one -> one.getKey() + " " + one.getValue().scheme())
                                        .collect(Collectors.joining(", ")));
        out().println(
                        "Apps       "
                                + site.apps().list().stream()
                                        .map(App::label)
                                        .collect(Collectors.joining(", ")));
        site.find(RunningSite.KEY)
                .ifPresent(running ->
                        out().println("Routes     " + running.router().patterns().size()));
        out().println("Settings that are not at their default:");
        for (Value<?> value : site.settings().explainAll()) {
            if (value.layer() != Layer.DEFAULT) {
                // Addresses tell of hosts and users: a report is read by strangers.
                String shown =
                        value.value() instanceof ServiceUrl url
                                ? url.scheme() + ":..."
                                : value.shown().replace("\n", "\\n");
                out().println(
                                "  "
                                        + value.setting().name()
                                        + "="
                                        + shown
                                        + "  # "
                                        + value.layer().label());
            }
        }
        out().print(Checks.of(site).run(Set.of(), false, false).render());
        return 0;
    }
}
