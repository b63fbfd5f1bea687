package dev.quintet.migrations.store;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;

/// An app whose migrations are handed to it.
public final class StoreApp implements App, HasMigrations {

    private final List<Migration> migrations;

    /// With these migrations.
    public StoreApp(List<Migration> migrations) {
        this.migrations = migrations;
    }

    @Override
    public List<Migration> migrations() {
        return migrations;
    }
}
