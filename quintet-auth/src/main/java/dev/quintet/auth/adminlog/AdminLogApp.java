package dev.quintet.auth.adminlog;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.ModelSignals;
import dev.quintet.orm.Models;
import java.util.List;
import java.util.stream.Stream;

/// The history of the admin as a part of a site: list it behind `AuthApp`. Its label is Django's,
/// `admin`, and so are its table and the names of its migrations. An app of the same label over
/// this module extends it, and then stands in its place.
public class AdminLogApp implements App, HasMigrations {

    /// Made by the site, which lists its apps by their classes.
    public AdminLogApp() {}

    @Override
    public String label() {
        return "admin";
    }

    @Override
    public List<String> packages() {
        return Stream.of(getClass().getPackageName(), AdminLogApp.class.getPackageName())
                .distinct()
                .toList();
    }

    @Override
    public String verboseName() {
        return gettext("Administration");
    }

    @Override
    public List<Migration> migrations() {
        return AdminTables.migrations();
    }

    /// Lets a user's entries go with the user.
    @Override
    public void ready(Context site) {
        ModelSignals.preDelete(
                "admin.log",
                AbstractBaseUser.class,
                event -> {
                    if (has(Context.current())) {
                        long user = Long.parseLong(event.instance().key());
                        LogEntries.filter(LogEntries.userId.eq(user)).delete();
                    }
                });
    }

    private static boolean has(Context site) {
        return site.find(Models.KEY)
                .filter(models ->
                        models.list().stream().anyMatch(one -> one.type() == LogEntry.class))
                .isPresent();
    }
}
