package dev.quintet.kernel.i18n;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandProvider;
import java.util.List;
import java.util.function.Supplier;

/// The commands about catalogues: `makemessages` and `compilemessages`.
public final class LanguageCommands implements CommandProvider {

    /// For {@link java.util.ServiceLoader}.
    public LanguageCommands() {}

    @Override
    public String group() {
        return "languages";
    }

    @Override
    public List<Supplier<? extends Command>> commands() {
        return List.of(MakeMessagesCommand::new, CompileMessagesCommand::new);
    }
}
