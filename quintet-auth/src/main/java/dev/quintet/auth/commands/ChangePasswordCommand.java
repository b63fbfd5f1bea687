package dev.quintet.auth.commands;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Sets a user's password. All their sessions end.
@CommandLine.Command(
        name = "changepassword",
        description = "Sets a user's password, asking for it; all their sessions end.")
final class ChangePasswordCommand extends Command {

    @Parameters(index = "0", paramLabel = "NAME", description = "By what the user signs in.")
    private String username = "";

    @Override
    protected int run(Context site) {
        AbstractBaseUser user = Accounts.current().byUsername(username);
        if (user == null) {
            throw new CommandException(
                    Problem.of("auth.E019", "There is no user '" + username + "'."));
        }
        Terminal terminal = Terminal.of(err(), "Run it at a terminal.");
        user.setPassword(terminal.newPassword(user, false));
        user.save();
        out().println("The password of " + user.username() + " was changed.");
        return 0;
    }
}
