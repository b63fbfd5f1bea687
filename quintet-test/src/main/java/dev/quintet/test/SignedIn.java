package dev.quintet.test;

import dev.quintet.auth.AbstractBaseUser;
import dev.quintet.auth.Accounts;
import dev.quintet.auth.Auth;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Request;
import dev.quintet.http.RequestBuilder;
import dev.quintet.http.Session;
import dev.quintet.http.SessionStore;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.web.sessions.SessionStores;
import java.time.Duration;

/// Signs a client in, as a page of the site would.
final class SignedIn {

    private SignedIn() {}

    static void become(Client client, AbstractBaseUser user) {
        Context site = Context.current();
        Settings settings = site.settings();
        String cookie = settings.get(HttpSettings.SESSION_COOKIE_NAME);
        SessionStore store = SessionStores.of(site);
        var session =
                new Session(
                        store,
                        client.cookie(cookie),
                        Duration.ofSeconds(settings.get(HttpSettings.SESSION_COOKIE_AGE)),
                        false);
        Request request = RequestBuilder.get("/").build().with(Session.KEY, session);
        Auth.login(request, user, Accounts.current().backends().getFirst().path());
        String key = session.save(site.clock().instant());
        client.cookie(cookie, String.valueOf(key));
    }

    static void end(Client client) {
        Context site = Context.current();
        String cookie = site.settings().get(HttpSettings.SESSION_COOKIE_NAME);
        String key = client.cookie(cookie);
        if (key != null) {
            SessionStores.of(site).delete(key);
            client.forgetCookie(cookie);
        }
    }
}
