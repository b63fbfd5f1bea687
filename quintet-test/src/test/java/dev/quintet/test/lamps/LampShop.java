package dev.quintet.test.lamps;

import static dev.quintet.http.Routes.include;

import dev.quintet.Site;
import dev.quintet.admin.Admin;
import dev.quintet.admin.AdminApp;
import dev.quintet.admin.AdminSite;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;

/// The site.
public final class LampShop extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(LampsApp.class, ContentTypesApp.class, AuthApp.class, AdminApp.class);
        settings.database("sqlite:never-opened.db");
        settings.set(AuthSettings.UNSAFE_PASSWORD_HASHERS, true);
        settings.set(AuthSettings.PASSWORD_HASHER, "md5");
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                include("admin/", Admin.site()),
                include("desk/", DeskAdmin.routes()),
                include("depot/", AdminSite.of("depot").register(new DepotAdmin()).routes()),
                include(
                        "works/",
                        AdminSite.of("works")
                                .register(new WorksAdmin(), new SpareAdmin())
                                .routes()));
    }
}
