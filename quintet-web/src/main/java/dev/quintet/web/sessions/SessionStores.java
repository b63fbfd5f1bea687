package dev.quintet.web.sessions;

import dev.quintet.http.HttpSettings;
import dev.quintet.http.SessionStore;
import dev.quintet.http.middleware.CachedSessions;
import dev.quintet.http.middleware.FileSessions;
import dev.quintet.http.middleware.SignedCookieSessions;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.kernel.signing.SessionCodec;
import dev.quintet.kernel.signing.SigningKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/// Finds the place where a site keeps its sessions.
public final class SessionStores {

    private SessionStores() {}

    /// {@return the store that `SESSION_ENGINE` names}
    ///
    /// @throws dev.quintet.kernel.context.MissingPartException when it names a cache and the site
    ///   has none
    public static SessionStore of(Context site) {
        Settings settings = site.settings();
        Clock clock = site.clock();
        SessionCodec codec = SessionCodec.stored(SigningKeys.of(settings), clock);
        return switch (settings.get(HttpSettings.SESSION_ENGINE)) {
            case "db" -> DatabaseSessions.of(codec, clock);
            case "cache" -> CachedSessions.of(site.get(CacheStore.KEY), clock);
            case "cached_db" -> cached(DatabaseSessions.of(codec, clock), site);
            case "file" -> FileSessions.of(folder(settings), codec, clock);
            default -> SignedCookieSessions.of(settings, clock);
        };
    }

    /// The store itself where each process has a cache of its own: what is ended by one of them
    /// would go on in the others.
    private static SessionStore cached(SessionStore below, Context site) {
        CacheStore cache = site.get(CacheStore.KEY);
        Duration age = Duration.ofSeconds(site.settings().get(HttpSettings.SESSION_COOKIE_AGE));
        return cache.shared() ? CachedSessions.over(below, cache, site.clock(), age) : below;
    }

    private static Path folder(Settings settings) {
        String set = settings.get(HttpSettings.SESSION_FILE_PATH);
        return set.isEmpty()
                ? Path.of(
                        Objects.requireNonNull(System.getProperty("java.io.tmpdir")),
                        "quintet-sessions")
                : Path.of(set);
    }
}
