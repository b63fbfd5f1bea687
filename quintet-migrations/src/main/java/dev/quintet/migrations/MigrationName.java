package dev.quintet.migrations;

import java.util.Objects;

/// Which migration: the label of its app and its name in it, as in the table `django_migrations`.
///
/// @param app label of the app
/// @param name such as `0001_initial`
public record MigrationName(String app, String name) {

    /// Stands for the first migration of an app among dependencies, whatever it is called.
    public static final String FIRST = "__first__";

    /// Stands for the app of a model that a setting names among dependencies; the name is then that
    /// of the setting.
    public static final String SETTING = "__setting__";

    /// Refuses nulls.
    public MigrationName {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(name, "name");
    }

    /// {@return `app.name`}
    @Override
    public String toString() {
        return app + "." + name;
    }
}
