package dev.quintet.migrations;

import dev.quintet.kernel.app.Apps;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.migrations.error.GraphException;
import dev.quintet.migrations.operations.CreateModel;
import dev.quintet.migrations.operations.Operation;
import dev.quintet.migrations.operations.RenameModel;
import dev.quintet.migrations.operations.SeparateDatabaseAndState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The models that the settings of a site name.
final class NamedModels {

    private final Apps apps;
    private final Settings settings;

    NamedModels(Apps apps, Settings settings) {
        this.apps = apps;
        this.settings = settings;
    }

    /// {@return the label of the model that a setting names}
    ///
    /// @throws GraphException when there is no such setting, or it names no model
    String label(String name) {
        Map<String, Setting<?>> known = SettingsSources.known();
        Setting<?> setting = known.get(name);
        if (setting == null) {
            throw new GraphException(
                    Problem.of(
                                    "migrations.E040",
                                    "A migration leads to the model of the setting '"
                                            + name
                                            + "', which is not there.")
                            .because("No module of the site has a setting of this name.")
                            .fixedBy(Nearest.question(name, List.copyOf(known.keySet()))));
        }
        String label = String.valueOf(settings.get(setting));
        if (!label.matches("\\w+\\.\\w+")) {
            throw new GraphException(
                    Problem.of(
                                    "migrations.E041",
                                    "The setting " + name + " names no model: '" + label + "'.")
                            .because("A migration leads to the model that it names.")
                            .fixedBy("Write it as app.Model, such as accounts.Member."));
        }
        return label;
    }

    /// {@return the migration that brings the model which a setting names, or `null` where its app
    /// has no migrations at all}
    ///
    /// @param asker which waits for it
    /// @throws GraphException when there is none
    @Nullable MigrationName maker(Migration asker, String setting, Collection<Migration> all) {
        String label = label(setting);
        for (Migration one : all) {
            if (one.operations().stream().anyMatch(operation -> makes(operation, label))) {
                return one.name();
            }
        }
        String owner = label.substring(0, label.indexOf('.'));
        if (apps.list().stream()
                .anyMatch(app -> app.label().equals(owner) && !MigrationGraph.has(app))) {
            return null;
        }
        throw new GraphException(
                Problem.of(
                                "migrations.E042",
                                "The migration "
                                        + asker
                                        + " depends on the model "
                                        + label
                                        + ", which no migration makes.")
                        .because("The setting " + setting + " names it.")
                        .fixedBy(
                                "List its app, and let that have migrations: implement"
                                        + " HasMigrations, then makemigrations "
                                        + owner
                                        + "."));
    }

    private static boolean makes(Operation operation, String label) {
        return switch (operation) {
            case CreateModel created -> created.label().equalsIgnoreCase(label);
            case RenameModel renamed -> renamed.newLabel().equalsIgnoreCase(label);
            case SeparateDatabaseAndState both ->
                    both.state().stream().anyMatch(one -> makes(one, label));
            default -> false;
        };
    }
}
