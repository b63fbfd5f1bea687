package dev.quintet.auth.commands;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.validate.ValidationError;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the operator. Passwords are not shown while they are typed.
final class Terminal {

    private static final int TRIES = 3;

    private final Console console;
    private final PrintWriter err;

    private Terminal(Console console, PrintWriter err) {
        this.console = console;
        this.err = err;
    }

    /// {@return the operator's terminal}
    ///
    /// @param otherwise what to do where there is none
    /// @throws CommandException when this process has none
    @SuppressWarnings("SystemConsoleNull") // it may be switched off, as it is by default
    static Terminal of(PrintWriter err, String otherwise) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandException(
                    Problem.of("auth.E013", "There is no terminal to ask at.").fixedBy(otherwise));
        }
        return new Terminal(console, err);
    }

    /// {@return what was typed, without spaces around it}
    String line(String prompt) {
        String typed = console.readLine("%s: ", prompt);
        if (typed == null) {
            throw ended();
        }
        return typed.strip();
    }

    boolean yes(String question) {
        return line(question + " [y/N]").equalsIgnoreCase("y");
    }

    /// {@return a new password for a user, typed twice and held against the rules}
    ///
    /// @param lenient whether the operator may say that a weak one is meant
    String newPassword(AbstractBaseUser user, boolean lenient) {
        for (int i = 0; i < TRIES; i++) {
            String typed = secret("Password");
            if (!typed.equals(secret("Password (again)"))) {
                err.println("The two differ. Try again.");
            } else if (typed.isBlank()) {
                err.println("An empty password is none. Try again.");
            } else {
                List<ValidationError> wrong = Accounts.current().validate(typed, user);
                wrong.forEach(one -> err.println(one.text()));
                err.flush();
                if (wrong.isEmpty() || (lenient && yes("Use it anyway?"))) {
                    return typed;
                }
            }
            err.flush();
        }
        throw unset("It was refused " + TRIES + " times.", "Run the command again.");
    }

    /// {@return that no password was set}
    static CommandException unset(String cause, String fix) {
        return new CommandException(
                Problem.of("auth.E014", "No password was set.").because(cause).fixedBy(fix));
    }

    private String secret(String prompt) {
        char @Nullable [] typed = console.readPassword("%s: ", prompt);
        if (typed == null) {
            throw ended();
        }
        return new String(typed);
    }

    private static CommandException ended() {
        return new CommandException(
                Problem.of("auth.E015", "The input ended before all was asked."));
    }
}
