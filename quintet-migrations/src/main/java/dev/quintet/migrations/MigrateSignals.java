package dev.quintet.migrations;

import dev.quintet.kernel.signal.Signal;

/// What happens around a migration, for those who listen. Django: `pre_migrate`, `post_migrate`.
///
/// ```java
/// MigrateSignals.POST_MIGRATE.connect(
///         "contenttypes", event -> true, event -> createContentTypes(event));
/// ```
///
/// Each app of the site gets an event, also when there was nothing to do: a receiver does what is
/// missing, and nothing when nothing is. Receivers of {@link #POST_MIGRATE} run under the lock of
/// migrations and in one transaction, so that two processes which start at once do it once. Safe
/// for many threads.
public final class MigrateSignals {

    /// Before a database is migrated.
    public static final Signal<MigrateEvent> PRE_MIGRATE = Signal.named("migrations.pre_migrate");

    /// After a database was migrated and missing tables were made; after it was emptied, too.
    public static final Signal<MigrateEvent> POST_MIGRATE = Signal.named("migrations.post_migrate");

    private MigrateSignals() {}
}
