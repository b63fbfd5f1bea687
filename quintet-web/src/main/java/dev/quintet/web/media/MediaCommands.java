package dev.quintet.web.media;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The command that finds uploaded files that no row names.
public final class MediaCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public MediaCommands() {}

    @Override
    public String group() {
        return "media";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(OrphanFilesCommand::new);
    }
}
