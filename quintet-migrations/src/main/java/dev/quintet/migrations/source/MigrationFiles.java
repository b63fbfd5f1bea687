package dev.quintet.migrations.source;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.migrations.autodetect.MigrationDraft;
import dev.quintet.migrations.autodetect.ProjectMigrations;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where the migrations of an app lie as Java: in the package `migrations` below the app's own,
/// beside the class `Migrations` that lists them.
public final class MigrationFiles {

    private static final String LIST = "Migrations";

    private final Path folder;
    private final String packageName;
    private final boolean listed;
    private final UnaryOperator<String> proper;
    private final Map<String, String> named;
    private final List<String> classes = new ArrayList<>();

    private MigrationFiles(
            Path source, App app, UnaryOperator<String> proper, Map<String, String> named) {
        this.proper = proper;
        this.named = named;
        String own = app.getClass().getPackageName();
        this.packageName = own.isEmpty() ? "migrations" : own + ".migrations";
        this.folder = source.resolve(packageName.replace('.', '/'));
        this.listed = Files.exists(folder.resolve(LIST + ".java"));
        if (app instanceof HasMigrations migrated) {
            for (Migration one : migrated.migrations()) {
                boolean here = one.getClass().getPackageName().equals(packageName);
                classes.add(
                        here
                                ? one.getClass().getSimpleName()
                                : String.valueOf(one.getClass().getCanonicalName()));
            }
        }
    }

    /// {@return those of an app}
    ///
    /// @param source the root of its Java
    /// @param project says how the classes of models are written
    public static MigrationFiles of(Path source, App app, ProjectMigrations project) {
        return new MigrationFiles(source, app, project::proper, project.named());
    }

    /// {@return those of an app whose next migration says nothing of models}
    public static MigrationFiles empty(Path source, App app) {
        return new MigrationFiles(source, app, UnaryOperator.identity(), Map.of());
    }

    /// {@return the jar that an app comes in whose Java is not below `source`, so that its
    /// migrations are its makers' to write; `null` where it can be written here, or where there is
    /// no Java at all}
    public static @Nullable Path foreignJar(Path source, App app) {
        Path own = source.resolve(app.getClass().getPackageName().replace('.', '/'));
        CodeSource from = app.getClass().getProtectionDomain().getCodeSource();
        URL place = from == null ? null : from.getLocation();
        if (place == null
                || !place.getProtocol().equals("file")
                || !Files.isDirectory(source)
                || Files.isDirectory(own)) {
            return null;
        }
        try {
            Path jar = Path.of(place.toURI());
            return jar.toString().endsWith(".jar") ? jar : null;
        } catch (URISyntaxException odd) {
            return null;
        }
    }

    /// {@return whether the list of them was there before}
    public boolean listed() {
        return listed;
    }

    /// {@return the full name of the class that lists them}
    public String listClass() {
        return packageName + "." + LIST;
    }

    /// {@return the file of a migration}
    public Path path(MigrationDraft draft) {
        return folder.resolve(MigrationSource.className(draft.name()) + ".java");
    }

    /// {@return what stands in the file of a migration}
    public String text(MigrationDraft draft) {
        return MigrationSource.of(packageName, draft, proper, named);
    }

    /// Writes a migration, and adds it to the list. Never overwrites a migration.
    ///
    /// @throws IOException when its file is there already, or cannot be written
    public void write(MigrationDraft draft) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(path(draft), text(draft), StandardOpenOption.CREATE_NEW);
        classes.add(MigrationSource.className(draft.name()));
        Files.writeString(
                folder.resolve(LIST + ".java"), MigrationSource.list(packageName, classes));
    }
}
