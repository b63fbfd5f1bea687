package dev.quintet.http.middleware;

import dev.quintet.http.Cookie;
import dev.quintet.http.HttpSettings;
import dev.quintet.http.Onward;
import dev.quintet.http.Passage;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import dev.quintet.http.Session;
import dev.quintet.http.SessionStore;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Brings each request its {@link Session}, and saves it where it was changed. Django:
/// `SessionMiddleware`.
///
/// No cookie is set before something is kept, and pages that never look at the session stay
/// cacheable by anybody.
public final class Sessions implements Passage {

    private final SessionStore store;
    private final String cookieName;
    private final Duration age;
    private final @Nullable String domain;
    private final @Nullable Boolean secure;
    private final String path;
    private final boolean httpOnly;
    private final Cookie.@Nullable SameSite sameSite;
    private final boolean saveAlways;
    private final boolean endsWithBrowser;

    private Sessions(SessionStore store, Settings settings) {
        this.store = store;
        this.cookieName = settings.get(HttpSettings.SESSION_COOKIE_NAME);
        this.age = Duration.ofSeconds(settings.get(HttpSettings.SESSION_COOKIE_AGE));
        String domain = settings.get(HttpSettings.SESSION_COOKIE_DOMAIN);
        this.domain = domain.isEmpty() ? null : domain;
        this.secure = settings.get(HttpSettings.SESSION_COOKIE_SECURE) ? Boolean.TRUE : null;
        this.path = settings.get(HttpSettings.SESSION_COOKIE_PATH);
        this.httpOnly = settings.get(HttpSettings.SESSION_COOKIE_HTTPONLY);
        this.sameSite = Cookie.SameSite.of(settings.get(HttpSettings.SESSION_COOKIE_SAMESITE));
        this.saveAlways = settings.get(HttpSettings.SESSION_SAVE_EVERY_REQUEST);
        this.endsWithBrowser = settings.get(HttpSettings.SESSION_EXPIRE_AT_BROWSER_CLOSE);
    }

    /// {@return sessions that `store` keeps, by the settings that begin with `SESSION_`}
    public static Sessions of(Settings settings, SessionStore store) {
        return new Sessions(store, settings);
    }

    @Override
    public Onward enter(Request request) {
        String sent = request.cookie(cookieName);
        return request.with(Session.KEY, new Session(store, sent, age, endsWithBrowser));
    }

    @Override
    public Response leave(Request request, Response response) {
        Session session = request.session();
        if (request.cookie(cookieName) != null && session.isEmpty()) {
            return response.withCookie(shaped(Cookie.expired(cookieName))).withVary("Cookie");
        }
        Response varied = session.accessed() ? response.withVary("Cookie") : response;
        boolean saves = session.modified() || saveAlways;
        if (!saves || session.isEmpty() || response.status() >= 500) {
            return varied;
        }
        Instant now = Context.current().clock().instant();
        Duration lives = session.age(now);
        String key = session.save(now);
        if (key == null) {
            return varied.withCookie(shaped(Cookie.expired(cookieName)));
        }
        Cookie cookie = shaped(Cookie.of(cookieName, key));
        return varied.withCookie(session.endsWithBrowser() ? cookie : cookie.withMaxAge(lives));
    }

    private Cookie shaped(Cookie cookie) {
        return cookie.withDomain(domain)
                .withPath(path)
                .withSecure(secure)
                .withHttpOnly(httpOnly)
                .withSameSite(sameSite);
    }
}
