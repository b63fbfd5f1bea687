package dev.quintet.auth.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The commands about users.
public final class UserCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public UserCommands() {}

    @Override
    public String group() {
        return "auth";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(CreateSuperuserCommand::new, ChangePasswordCommand::new);
    }
}
