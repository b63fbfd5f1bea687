package dev.quintet.aot;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The command that makes starts fast.
public final class AotCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public AotCommands() {}

    @Override
    public String group() {
        return "site";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(AotCacheCommand::new);
    }
}
