package dev.quintet.migrations.commands;

import dev.quintet.kernel.app.App;
import dev.quintet.kernel.command.CommandException;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.migrations.HasMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/// The migrations that lie as Java in the project that a command runs in: what was written there
/// and is not known to its app is told, never passed over.
final class WrittenMigrations {

    private static final Path SOURCES = Path.of("src/main/java");

    private WrittenMigrations() {}

    /// Refuses to go on while one is not compiled, or not in its app's list.
    static void refuseUnknown(Context site) {
        for (App app : site.apps().list()) {
            if (app instanceof HasMigrations migrated) {
                refuseUnknown(app, migrated);
            }
        }
    }

    private static void refuseUnknown(App app, HasMigrations migrated) {
        String home = app.getClass().getPackageName();
        String packageName = home.isEmpty() ? "migrations" : home + ".migrations";
        Path folder = SOURCES.resolve(packageName.replace('.', '/'));
        if (!Files.isDirectory(folder)) {
            return;
        }
        var written = new TreeSet<String>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "M[0-9]*.java")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                written.add(name.substring(0, name.length() - ".java".length()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        migrated.migrations().forEach(one -> written.remove(one.getClass().getSimpleName()));
        if (written.isEmpty()) {
            return;
        }
        String first = packageName + "." + written.first();
        if (isCompiled(first, app)) {
            throw new CommandException(
                    Problem.of("command.E009", "The app does not list its migration " + first + ".")
                            .because(app.getClass().getName() + ".migrations() leaves it out.")
                            .fixedBy("Let it return " + packageName + ".Migrations.all()."));
        }
        throw new CommandException(
                Problem.of("command.E008", "The migration " + first + " is not compiled.")
                        .because(
                                folder.resolve(written.first() + ".java")
                                        + " is newer than this program.")
                        .fixedBy("Build the project, then run `migrate` again."));
    }

    private static boolean isCompiled(String name, App app) {
        try {
            Class.forName(name, false, app.getClass().getClassLoader());
            return true;
        } catch (ClassNotFoundException notYet) {
            return false;
        }
    }
}
