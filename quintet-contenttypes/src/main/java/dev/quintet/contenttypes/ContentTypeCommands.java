package dev.quintet.contenttypes;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The command that removes names of models that are gone.
public final class ContentTypeCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public ContentTypeCommands() {}

    @Override
    public String group() {
        return "contenttypes";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(RemoveStaleContentTypesCommand::new);
    }
}
