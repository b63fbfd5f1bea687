package dev.quintet.auth;

import static dev.quintet.kernel.i18n.Gettext.gettext;

import dev.quintet.auth.tables.AuthTables;
import dev.quintet.kernel.app.App;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.migrations.HasMigrations;
import dev.quintet.migrations.MigrateSignals;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.ChoosesModels;
import dev.quintet.orm.ModelMapping;
import java.util.List;

/// Users, groups and permissions as a part of a site: list it behind `ContentTypesApp`. Django:
/// `django.contrib.auth`, with its tables and the names of its migrations.
public final class AuthApp implements App, HasMigrations, ChoosesModels {

    /// Made by the site, which lists its apps by their classes.
    public AuthApp() {}

    @Override
    public String verboseName() {
        return gettext("Authentication and Authorization");
    }

    @Override
    public List<Migration> migrations() {
        return AuthTables.migrations(true);
    }

    @Override
    public List<Migration> migrations(Settings settings) {
        return AuthTables.migrations(usesDjangosUser(settings));
    }

    @Override
    public boolean hasModel(String className, Settings settings) {
        return className.equals(User.class.getName())
                ? usesDjangosUser(settings)
                // What lies below has apps of its own, and belongs to sites that list those.
                : className.lastIndexOf('.') == AuthApp.class.getPackageName().length();
    }

    @Override
    public List<Setting<String>> modelSettings() {
        return List.of(AuthSettings.USER_MODEL);
    }

    @Override
    public void ready(Context site) {
        ModelMapping<? extends AbstractBaseUser> users = site.get(Accounts.KEY).model();
        AbstractBaseUser.fieldName(users.blank().usernameField());
        MigrateSignals.POST_MIGRATE.connect(
                "auth.permissions",
                event ->
                        event.app() instanceof AuthApp
                                && event.state().find("auth.Permission") != null,
                event -> PermissionRows.createMissing(event.site(), event.alias()));
    }

    private static boolean usesDjangosUser(Settings settings) {
        return settings.get(AuthSettings.USER_MODEL).equals("auth.User");
    }
}
