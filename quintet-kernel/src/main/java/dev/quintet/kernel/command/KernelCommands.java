package dev.quintet.kernel.command;

import java.util.List;
import java.util.function.Supplier;

/// The commands that every site has.
public final class KernelCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public KernelCommands() {}

    @Override
    public String group() {
        return "quintet";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(
                HelpCommand::new,
                CheckCommand::new,
                DiffSettingsCommand::new,
                EnvCommand::new,
                SignalsCommand::new,
                CompletionCommand::new,
                VersionCommand::new);
    }
}
