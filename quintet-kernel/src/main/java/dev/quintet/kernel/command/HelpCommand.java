package dev.quintet.kernel.command;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Lists the commands by app, or explains one.
@CommandLine.Command(name = "help", description = "Lists the commands, or explains one.")
final class HelpCommand extends Command implements NeedsCommands {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private @Nullable String command;

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
        if (command == null) {
            list(all);
            return 0;
        }
        var lines = all.line().getSubcommands();
        CommandLine line = lines.get(command);
        if (line == null) {
            throw new CommandException(
                    Problem.of("command.E001", "There is no command '" + command + "'.")
                            .because("`" + all.program() + " help` lists those there are.")
                            .fixedBy(Nearest.question(command, lines.keySet())));
        }
        line.usage(out());
        return 0;
    }

    private void list(Commands all) {
        out().println("Usage: " + all.program() + " COMMAND [OPTIONS]");
        var listing = all.listing();
        int width =
                listing.values().stream()
                        .flatMap(group -> group.keySet().stream())
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        listing.forEach((group, names) -> {
            out().println();
            out().println("[" + group + "]");
            names.forEach((name, words) ->
                    out().println(
                                    ("  " + name + " ".repeat(width - name.length()) + "  " + words)
                                            .stripTrailing()));
        });
        out().println();
        out().println("`" + all.program() + " help COMMAND` explains one.");
    }
}
