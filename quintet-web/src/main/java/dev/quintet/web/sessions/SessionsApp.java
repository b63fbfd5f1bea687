package dev.quintet.web.sessions;

import dev.quintet.kernel.app.App;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import java.util.List;

/// The table of sessions as a part of a site: list it where `SESSION_ENGINE` is `db` or
/// `cached_db`. Django: `django.contrib.sessions`.
public final class SessionsApp implements App, HasMigrations {

    /// Made by the site, which lists its apps by their classes.
    public SessionsApp() {}

    @Override
    public List<Migration> migrations() {
        return List.of(new M0001Initial());
    }
}
