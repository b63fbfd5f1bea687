package dev.quintet.migrations;

import java.util.function.Predicate;

/// How a {@link Migrator} goes about its steps.
///
/// @param fake whether the database is left as it is, and only the history changed
/// @param tables the apps without migrations, by label, whose missing tables are made
public record MigrateOptions(boolean fake, Predicate<String> tables) {

    /// All steps are done, and all missing tables made.
    public static final MigrateOptions USUAL = new MigrateOptions(false, _ -> true);
}
