package dev.quintet.kernel.command;

import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, and what was probably meant.
final class Misuse {

    private Misuse() {}

    static Problem of(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean root = line.getParent() == null;
            if (root && !word.startsWith("-")) {
                return Problem.of("command.E001", "There is no command '" + word + "'.")
                        .because("`" + line.getCommandName() + " help` lists those there are.")
                        .fixedBy(Nearest.question(word, line.getSubcommands().keySet()));
            }
            if (word.startsWith("-")) {
                return unknownOption(word, line);
            }
        }
        return Problem.of("command.E002", sentence(String.valueOf(wrong.getMessage())));
    }

    private static Problem unknownOption(String word, CommandLine line) {
        int equals = word.indexOf('=');
        String option = equals < 0 ? word : word.substring(0, equals);
        List<String> known = new ArrayList<>();
        line.getCommandSpec().options().forEach(one -> known.addAll(List.of(one.names())));
        return Problem.of(
                        "command.E002",
                        "'" + line.getCommandName() + "' has no option '" + option + "'.")
                .because("Its options are: " + String.join(", ", new TreeSet<>(known)) + ".")
                .fixedBy(Nearest.question(option, known));
    }

    /// {@return how it is called, on one line}
    static String usage(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        Help help = line.getHelp();
        return "Usage: " + help.synopsis(0).replaceAll("\\s+", " ").strip();
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
