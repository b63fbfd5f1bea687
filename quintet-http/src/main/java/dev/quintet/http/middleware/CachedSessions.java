package dev.quintet.http.middleware;

import dev.quintet.http.SessionStore;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in a cache: quick, and shared by all processes that share the cache; or in
/// another store with the cache before it, so that nothing is lost when the cache forgets. Django:
/// the engines `cache` and `cached_db`, with JSON where Django pickles.
public final class CachedSessions implements SessionStore {

    private final CacheStore cache;
    private final @Nullable SessionStore below;
    private final Clock clock;
    private final String prefix;

    private CachedSessions(
            CacheStore cache, @Nullable SessionStore below, Clock clock, String prefix) {
        this.cache = cache;
        this.below = below;
        this.clock = clock;
        this.prefix = prefix;
    }

    /// {@return sessions in a cache alone: they end when it forgets them}
    public static CachedSessions of(CacheStore cache, Clock clock) {
        return new CachedSessions(cache, null, clock, "quintet.sessions.cache");
    }

    /// {@return sessions in another store, read from a cache where it has them}
    ///
    /// @param age how long a session that came from the store is kept in the cache
    public static CachedSessions over(
            SessionStore below, CacheStore cache, Clock clock, Duration age) {
        return new CachedSessions(cache, new Aged(below, age), clock, "quintet.sessions.cached_db");
    }

    /// The store below, and how long the cache keeps what comes from it.
    private record Aged(SessionStore store, Duration age) implements SessionStore {
        @Override
        public @Nullable Map<String, @Nullable Object> load(String key) {
            return store.load(key);
        }

        @Override
        public @Nullable String save(
                @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
            return store.save(key, values, expires);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }

        @Override
        public int clearExpired() {
            return store.clearExpired();
        }
    }

    @Override
    @SuppressWarnings("unchecked") // save() wrote an object
    public @Nullable Map<String, @Nullable Object> load(String key) {
        if (!SessionStore.isKey(key)) {
            return null;
        }
        if (cache.get(prefix + key) instanceof String kept) {
            try {
                if (Json.parse(kept) instanceof Map<?, ?> values) {
                    return (Map<String, @Nullable Object>) values;
                }
            } catch (JsonException notOurs) {
                cache.delete(prefix + key);
            }
        }
        if (!(below instanceof Aged aged)) {
            return null;
        }
        Map<String, @Nullable Object> found = aged.load(key);
        if (found != null) {
            cache.set(prefix + key, text(found), aged.age());
        }
        return found;
    }

    @Override
    public @Nullable String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
        Duration left = Duration.between(clock.instant(), expires);
        if (below != null) {
            String kept = below.save(key, values, expires);
            if (kept != null) {
                cache.set(prefix + kept, text(values), left);
            } else if (key != null) {
                cache.delete(prefix + key);
            }
            return kept;
        }
        if (key != null && cache.get(prefix + key) == null) {
            return null;
        }
        String under = key == null ? SessionStore.newKey() : key;
        cache.set(prefix + under, text(values), left);
        return under;
    }

    @Override
    public void delete(String key) {
        if (SessionStore.isKey(key)) {
            cache.delete(prefix + key);
            if (below != null) {
                below.delete(key);
            }
        }
    }

    /// Asks the store below; a cache forgets by itself.
    @Override
    public int clearExpired() {
        return below == null ? 0 : below.clearExpired();
    }

    private static String text(Map<String, @Nullable Object> values) {
        return Json.text(new HashMap<>(values));
    }
}
