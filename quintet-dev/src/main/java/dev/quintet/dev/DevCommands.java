package dev.quintet.dev;

import dev.quintet.dev.shell.ShellCommand;
import dev.quintet.dev.start.StartAppCommand;
import dev.quintet.dev.start.StartProjectCommand;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The commands for a developer's machine.
public final class DevCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public DevCommands() {}

    @Override
    public String group() {
        return "development";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(
                DevCommand::new,
                RunserverCommand::new,
                RunCommand::new,
                ShellCommand::new,
                StartAppCommand::new,
                StartProjectCommand::new);
    }
}
