package dev.quintet.migrations;

import dev.quintet.kernel.settings.Settings;
import java.util.List;

/// An app whose tables are made by migrations. An app that does not implement this has its missing
/// tables made as its models are, and nothing else is ever changed in them.
///
/// ```java
/// public final class CatalogApp implements App, HasMigrations {
///     @Override
///     public List<Migration> migrations() {
///         return List.of(new M0001Initial(), new M0002Genres());
///     }
/// }
/// ```
///
/// An explicit list, as a site's list of apps is: no class is found by scanning, and the compiler
/// sees a migration that is gone.
public interface HasMigrations {

    /// {@return all migrations of the app, in any order; empty for an app that has none yet}
    List<Migration> migrations();

    /// {@return all migrations of the app in a site with these settings: the same, unless a setting
    /// puts another model in the place of one of its own. What only leads to such a model asks for
    /// it by {@link Migration#modelOf}}
    default List<Migration> migrations(Settings settings) {
        return migrations();
    }
}
