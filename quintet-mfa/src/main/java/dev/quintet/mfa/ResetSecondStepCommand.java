package dev.quintet.mfa;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Takes a user's second step away, for who has lost all of it.
@CommandLine.Command(
        name = "resetsecondstep",
        description =
                "Takes away a user's authenticator apps, passkeys and recovery codes: for who has"
                        + " lost them all, and proved who they are in some other way.")
final class ResetSecondStepCommand extends Command {

    @Parameters(index = "0", paramLabel = "NAME", description = "By what the user signs in.")
    private String username = "";

    @Override
    protected int run(Context site) {
        AbstractBaseUser user = Accounts.current().byUsername(username);
        if (user == null) {
            throw new CommandException(
                    Problem.of("mfa.E002", "There is no user '" + username + "'."));
        }
        long gone = Factors.deleteAll(user.key());
        out().println(
                        gone == 0
                                ? user.username() + " had no second step."
                                : user.username() + " signs in by the password alone from now on.");
        return 0;
    }
}
