package dev.quintet.admin;

import dev.quintet.auth.adminlog.AdminLogApp;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.Migration;
import java.util.List;
import java.util.stream.Stream;

/// The admin as a part of a site: its log, its templates, its style sheets. List it behind the apps
/// whose templates shall win over the admin's. Django: `django.contrib.admin`.
///
/// Beside Django's table it has two of its own: filters that people keep, and what was done to many
/// rows at once. Django knows nothing of them, and needs not.
public final class AdminApp extends AdminLogApp {

    private final OwnThreads threads = new OwnThreads();

    /// Made by the site, which lists its apps by their classes.
    public AdminApp() {}

    @Override
    public List<Migration> migrations() {
        return Stream.concat(super.migrations().stream(), Stream.of(new M0004QuintetAdmin()))
                .toList();
    }

    /// Forgets the filters that a user kept, too.
    @Override
    protected void forget(String user) {
        super.forget(user);
        SavedFilters.filter(SavedFilters.userId.eq(user)).delete();
    }

    @Override
    public void closing(Context site) {
        threads.end();
        super.closing(site);
    }

    Background background() {
        return threads;
    }
}
