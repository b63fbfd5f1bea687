package dev.quintet.test.badges;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;

/// Badges; their migrations are to be written.
public final class BadgesApp implements App, HasMigrations {

    @Override
    public List<Migration> migrations() {
        return List.of();
    }
}
