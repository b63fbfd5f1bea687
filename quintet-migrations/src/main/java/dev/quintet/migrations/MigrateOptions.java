package dev.quintet.migrations;

import java.time.Duration;
import java.util.function.Predicate;

/// How a {@link Migrator} goes about its steps.
///
/// @param fake whether the database is left as it is, and only the history changed
/// @param fakeInitial whether the first migration of an app is only noted where its tables are
///   there already
/// @param tables the apps without migrations, by label, whose missing tables are made
/// @param lockTimeout how long a statement waits for a table that others use, as all that come
///   later wait behind it; zero for ever. Nothing to SQLite
public record MigrateOptions(
        boolean fake, boolean fakeInitial, Predicate<String> tables, Duration lockTimeout) {

    /// How long a statement waits for a table that others use, unless told otherwise.
    public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    /// All steps are done, and all missing tables made.
    public static final MigrateOptions USUAL =
            new MigrateOptions(false, false, _ -> true, LOCK_TIMEOUT);
}
