package dev.quintet.http.staticfiles;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The commands for static files.
public final class StaticCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public StaticCommands() {}

    @Override
    public String group() {
        return "staticfiles";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(CollectStaticCommand::new, FindStaticCommand::new);
    }
}
