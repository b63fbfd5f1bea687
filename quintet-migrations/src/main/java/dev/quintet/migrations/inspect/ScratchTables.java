package dev.quintet.migrations.inspect;

import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.ServiceUrl;
import dev.quintet.migrations.error.StateException;
import dev.quintet.orm.Transaction;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.DatabaseException;
import dev.quintet.orm.connection.DatabaseOpener;
import dev.quintet.orm.inspect.LiveSchema;
import dev.quintet.orm.inspect.LiveTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes tables somewhere beside the real ones, to read them as the database itself spells them,
/// and leaves nothing behind: a file of its own on SQLite, a schema in a transaction that is taken
/// back on PostgreSQL, a database that is dropped on MariaDB.
final class ScratchTables {

    private ScratchTables() {}

    /// {@return what the database makes of these statements}
    ///
    /// @param like the database whose kind, settings and types count
    static List<LiveTable> of(Database like, List<String> statements) {
        String name = "quintet_drift_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        return switch (like.dialect().name()) {
            case "postgresql" -> inSchema(like, name, statements);
            case "mariadb" -> inDatabase(like, name, statements);
            default -> inFile(statements);
        };
    }

    private static List<LiveTable> inFile(List<String> statements) {
        try {
            Path folder = Files.createTempDirectory("quintet-drift");
            Path file = folder.resolve("scratch.db");
            try (Database scratch =
                    DatabaseOpener.open("scratch", ServiceUrl.parse("sqlite:" + file))) {
                scratch.execute(statements);
                return LiveSchema.read(scratch);
            } finally {
                try (var left = Files.list(folder)) {
                    for (Path one : left.toList()) {
                        Files.delete(one);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<LiveTable> inSchema(
            Database database, String name, List<String> statements) {
        String quoted = database.dialect().quote(name);
        try (var block = Transaction.atomicOn(database.alias())) {
            database.execute(
                    List.of(
                            "CREATE SCHEMA " + quoted,
                            "SELECT set_config('search_path', '"
                                    + name
                                    + ", ' || current_setting('search_path'), true)"));
            database.execute(statements);
            List<LiveTable> tables = LiveSchema.read(database, name);
            block.rollback();
            return tables;
        }
    }

    private static List<LiveTable> inDatabase(
            Database database, String suffix, List<String> statements) {
        String own = LiveSchema.current(database);
        String name = own + "_" + suffix;
        String quoted = database.dialect().quote(name);
        try {
            database.execute(List.of("CREATE DATABASE " + quoted));
        } catch (DatabaseException refused) {
            throw new StateException(
                    Problem.of(
                                    "migrations.E062",
                                    "The tables cannot be compared: no database can be made beside"
                                            + " the real one.")
                            .because(refused.problem().problem())
                            .fixedBy(
                                    "Let the user make one for the moment: GRANT ALL ON `"
                                            + own
                                            + "\\_quintet\\_drift%`.* TO CURRENT_USER, by an"
                                            + " administrator."),
                    refused);
        }
        try (var block = Transaction.atomicOn(database.alias())) {
            try {
                database.execute(List.of("USE " + quoted));
                database.execute(statements);
                return LiveSchema.read(database, name);
            } finally {
                database.execute(
                        List.of("USE " + database.dialect().quote(own), "DROP DATABASE " + quoted));
                block.rollback();
            }
        }
    }
}
