package dev.quintet.test.guild;

import static dev.quintet.http.Routes.include;
import static dev.quintet.http.Routes.path;

import dev.quintet.Site;
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
import dev.quintet.mfa.MfaApp;
import dev.quintet.mfa.MfaPages;
import dev.quintet.oidc.OidcApp;
import dev.quintet.oidc.OidcPages;
import dev.quintet.web.sessions.SessionsApp;

/// The site.
public final class Guild extends Site {

    @Override
    protected void settings(Settings settings) {
        settings.apps(
                ContentTypesApp.class,
                AuthApp.class,
                MfaApp.class,
                OidcApp.class,
                SessionsApp.class,
                GuildApp.class);
        settings.database("sqlite:never-opened.db");
        settings.set(AuthSettings.USER_MODEL, "guild.Fellow");
        settings.set(HttpSettings.SESSION_ENGINE, "db");
        settings.set(AuthSettings.UNSAFE_PASSWORD_HASHERS, true);
        settings.set(AuthSettings.PASSWORD_HASHER, "md5");
        settings.set(AuthSettings.LOGIN_REDIRECT_URL, "whoami");
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                include("accounts/", AccountPages.routes()),
                include("accounts/", MfaPages.routes()),
                include("accounts/", OidcPages.routes()),
                path("whoami/", Guild::whoami).name("whoami"));
    }

    static Response whoami(Request request) {
        return Response.text(Auth.user(request).toString());
    }
}
