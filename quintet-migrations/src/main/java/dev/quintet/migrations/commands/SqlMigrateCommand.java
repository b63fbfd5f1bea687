package dev.quintet.migrations.commands;

import dev.quintet.kernel.command.Command;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.Migrator;
import dev.quintet.orm.connection.Databases;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints what a migration says to the database.
@CommandLine.Command(
        name = "sqlmigrate",
        description = "Prints the statements of a migration, as the database is given them.")
final class SqlMigrateCommand extends Command {

    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The migration.")
    private String name = "";

    @Option(names = "--backwards", description = "What takes it back.")
    private boolean backwards;

    @Option(
            names = "--database",
            paramLabel = "ALIAS",
            defaultValue = "default",
            description = "For this database instead of the default one.")
    private String database = "default";

    @Override
    protected boolean needsChecks() {
        return false;
    }

    @Override
    protected int run(Context site) {
        var described = Migrator.of(site, database).statements(app, name, backwards);
        boolean whole = site.get(Databases.KEY).get(database).dialect().transactionalDdl();
        if (whole) {
            out().println("BEGIN;");
        }
        for (Migrator.Described one : described) {
            out().println("--\n-- " + (backwards ? "Undo " : "") + one.words() + "\n--");
            for (String sql : one.statements()) {
                String text = sql.stripTrailing();
                out().println(text.endsWith(";") || text.startsWith("--") ? text : text + ";");
            }
            if (one.statements().isEmpty()) {
                out().println("-- (nothing)");
            }
        }
        if (whole) {
            out().println("COMMIT;");
        }
        return 0;
    }
}
