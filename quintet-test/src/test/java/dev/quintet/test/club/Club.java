package dev.quintet.test.club;

import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;

import dev.quintet.Site;
import dev.quintet.admin.Admin;
import dev.quintet.admin.AdminApp;
import dev.quintet.auth.Auth;
import dev.quintet.auth.AuthApp;
import dev.quintet.auth.AuthSettings;
import dev.quintet.auth.pages.AccountPages;
import dev.quintet.contenttypes.ContentTypesApp;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Routes;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.web.sessions.SessionsApp;

/// The site.
public final class Club extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(
                ContentTypesApp.class,
                AuthApp.class,
                AdminApp.class,
                SessionsApp.class,
                ClubApp.class);
        settings.database("sqlite:never-opened.db");
        settings.set(AuthSettings.USER_MODEL, "club.Member");
        settings.mailer("memory:");
        settings.set(HttpSettings.SESSION_ENGINE, "db");
        settings.set(AuthSettings.UNSAFE_PASSWORD_HASHERS, true);
        settings.set(AuthSettings.PASSWORD_HASHER, "md5");
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                include("admin/", Admin.site()),
                include("accounts/", AccountPages.routesWithRegistration()),
                path("", _ -> Response.text("the club")),
                path("me/", Club::me).name("me").loginRequired());
    }

    static Response me(Request request) {
        return Response.text(Auth.user(request, Member.class).email);
    }
}
