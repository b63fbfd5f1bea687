package dev.quintet.test.motors;

import static dev.quintet.http.Routes.include;

import dev.quintet.Site;
import dev.quintet.admin.Admin;
import dev.quintet.admin.AdminApp;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;

/// The site.
public final class Motors extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(MotorsApp.class, ContentTypesApp.class, AuthApp.class, AdminApp.class);
        settings.database("sqlite:never-opened.db");
        settings.set(AuthSettings.UNSAFE_PASSWORD_HASHERS, true);
        settings.set(AuthSettings.PASSWORD_HASHER, "md5");
    }

    @Override
    protected Routes routes() {
        return Routes.of(include("admin/", Admin.site()));
    }
}
