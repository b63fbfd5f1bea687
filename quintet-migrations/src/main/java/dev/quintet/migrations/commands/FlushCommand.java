package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.Migrator;
import dev.quintet.migrations.fixtures.Flush;
import dev.quintet.orm.connection.Databases;
import java.io.Console;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Empties the tables. Django: `flush`.
@CommandLine.Command(
        name = "flush",
        description = "Deletes all rows of all tables of the site, and lets their keys begin anew.")
final class FlushCommand extends Command {

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "This database instead of the default one.")
    private String database = "default";

    @Option(
            names = {"--noinput", "--no-input"},
            description = "Does not ask.")
    private boolean unasked;

    @Override
    protected int run(Context site) {
        if (!unasked && !confirmed()) {
            err().println("Nothing was deleted.");
            err().flush();
            return 1;
        }
        Flush.tables(site, site.get(Databases.KEY).get(database));
        Migrator.of(site, database).sendPostMigrate();
        out().println("Flushed the database '" + database + "'.");
        return 0;
    }

    @SuppressWarnings("SystemConsoleNull") // its documentation still allows null
    private boolean confirmed() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandException(
                    Problem.of(
                                    "migrations.E097",
                                    "Nobody can be asked whether all rows are to be deleted.")
                            .fixedBy("Say so: flush --noinput."));
        }
        String answer =
                console.readLine(
                        "This deletes ALL ROWS of the database '%s'. Type yes to go on: ",
                        database);
        return "yes".equals(answer);
    }
}
