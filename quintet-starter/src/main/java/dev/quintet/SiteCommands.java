package dev.quintet;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The commands that serve and show a site.
public final class SiteCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public SiteCommands() {}

    @Override
    public String group() {
        return "site";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(
                ServeCommand::new,
                ListUrlsCommand::new,
                DbShellCommand::new,
                ExplainCommand::new,
                ReportCommand::new,
                SbomCommand::new);
    }
}
