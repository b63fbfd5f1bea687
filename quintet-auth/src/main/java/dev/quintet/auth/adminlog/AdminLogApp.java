package dev.quintet.auth.adminlog;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.AuthChecks;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.check.Check;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.signal.Signal;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.DeleteEvent;
import dev.quintet.orm.ModelSignals;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The history of the admin as a part of a site: list it behind `AuthApp`. Its label is Django's,
/// `admin`, and so are its table and the names of its migrations. An app of the same label over
/// this module extends it, and then stands in its place.
public class AdminLogApp implements App, HasMigrations {

    private Signal.@Nullable Connection<DeleteEvent<?>> users;

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
    public List<Check> checks() {
        return List.of(AuthChecks::history);
    }

    @Override
    public List<Migration> migrations() {
        return AdminTables.migrations();
    }

    /// Lets a user's entries go with the user.
    @Override
    public void ready(Context site) {
        users =
                ModelSignals.preDelete(
                        null,
                        AbstractBaseUser.class,
                        event -> {
                            // Another site in this process may delete its own users.
                            if (Context.current().apps().list().contains(this)) {
                                forget(event.instance().key());
                            }
                        });
    }

    /// Deletes what is known of a user, who is about to go.
    ///
    /// @param user the key, as text; the log itself knows whole numbers only
    protected void forget(String user) {
        if (user.matches("[0-9]{1,18}")) {
            LogEntries.filter(LogEntries.userId.eq(Long.parseLong(user))).delete();
        }
    }

    @Override
    public void closing(Context site) {
        var connected = users;
        if (connected != null) {
            connected.close();
            users = null;
        }
    }
}
