package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Prints what a shell needs to complete the site's commands.
@CommandLine.Command(
        name = "completion",
        description = "Prints completion for bash and zsh: source <(... completion).")
final class CompletionCommand extends Command implements NeedsCommands {

    private @Nullable Commands commands;

    @Override
    public void commands(Commands commands) {
        this.commands = commands;
    }

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        Commands all = Objects.requireNonNull(commands);
        String program = all.program().substring(all.program().lastIndexOf('/') + 1);
        out().print(AutoComplete.bash(program, all.line()));
        return 0;
    }
}
