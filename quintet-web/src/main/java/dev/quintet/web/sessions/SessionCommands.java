package dev.quintet.web.sessions;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The command that clears sessions.
public final class SessionCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public SessionCommands() {}

    @Override
    public String group() {
        return "sessions";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(ClearSessionsCommand::new);
    }
}
