package dev.quintet.http.middleware;

import dev.quintet.http.SessionStore;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.json.JsonException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in a cache: quick, and shared by all processes that share the cache; or in
/// another store with the cache before it, so that nothing is lost when the cache forgets. Django:
/// the engines `cache` and `cached_db`, with JSON where Django pickles.
public final class CachedSessions implements SessionStore {

    private final CacheStore cache;
    private final @Nullable SessionStore below;
    private final Duration age;
    private final Clock clock;
    private final String prefix;

    private CachedSessions(
            CacheStore cache,
            @Nullable SessionStore below,
            Duration age,
            Clock clock,
            String prefix) {
        this.cache = cache;
        this.below = below;
        this.age = age;
        this.clock = clock;
        this.prefix = prefix;
    }

    /// {@return sessions in a cache alone: they end when it forgets them}
    public static CachedSessions of(CacheStore cache, Clock clock) {
        return new CachedSessions(cache, null, Duration.ZERO, clock, "quintet.sessions.cache");
    }

    /// {@return sessions in another store, read from a cache where it has them}
    ///
    /// @param age how long a session is kept in the cache at most
    public static CachedSessions over(
            SessionStore below, CacheStore cache, Clock clock, Duration age) {
        return new CachedSessions(cache, below, age, clock, "quintet.sessions.cached_db");
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
        if (below == null) {
            return null;
        }
        Map<String, @Nullable Object> found = below.load(key);
        return found != null && remember(below, key, found) ? found : null;
    }

    /// Keeps in the cache what is in the store below, for as long as it is there.
    ///
    /// @return whether it still is: whoever ends a session deletes it below first and in the cache
    ///   then, which may have been before it was put there
    private boolean remember(SessionStore below, String key, Map<String, @Nullable Object> values) {
        cache.set(prefix + key, text(values), age);
        Instant end = below.ends(key);
        if (end == null) {
            cache.delete(prefix + key);
            return false;
        }
        Duration left = Duration.between(clock.instant(), end);
        if (left.compareTo(age) < 0) {
            cache.touch(prefix + key, left);
        }
        return true;
    }

    @Override
    public @Nullable String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
        if (below != null) {
            String kept = below.save(key, values, expires);
            if (kept == null && key != null) {
                cache.delete(prefix + key);
            }
            return kept != null && remember(below, kept, values) ? kept : null;
        }
        Duration left = Duration.between(clock.instant(), expires);
        if (key != null) {
            return cache.replace(prefix + key, text(values), left) ? key : null;
        }
        String made = SessionStore.newKey();
        cache.set(prefix + made, text(values), left);
        return made;
    }

    @Override
    public void delete(String key) {
        if (SessionStore.isKey(key)) {
            if (below != null) {
                below.delete(key);
            }
            cache.delete(prefix + key);
        }
    }

    @Override
    public List<String> keysWhere(Predicate<Map<String, @Nullable Object>> holds) {
        return below == null ? SessionStore.super.keysWhere(holds) : below.keysWhere(holds);
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
