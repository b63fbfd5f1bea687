package dev.quintet.http.middleware;

import dev.quintet.http.SessionStore;
import dev.quintet.kernel.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in this process, until it ends: for development and tests.
public final class MemorySessions implements SessionStore {

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Clock clock;

    /// A session as JSON, so that what comes back is what any other store would give.
    private record Kept(String json, Instant expires) {}

    private MemorySessions(Clock clock) {
        this.clock = clock;
    }

    /// {@return a store without sessions}
    public static MemorySessions of(Clock clock) {
        return new MemorySessions(clock);
    }

    @Override
    @SuppressWarnings("unchecked") // save() wrote an object
    public @Nullable Map<String, @Nullable Object> load(String key) {
        Kept found = kept.get(key);
        return found == null || found.expires().isBefore(clock.instant())
                ? null
                : (Map<String, @Nullable Object>) Json.parse(found.json());
    }

    @Override
    public @Nullable String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
        var keeping = new Kept(Json.text(new HashMap<>(values)), expires);
        if (key != null) {
            return kept.replace(key, keeping) == null ? null : key;
        }
        String made = SessionStore.newKey();
        kept.put(made, keeping);
        return made;
    }

    @Override
    public void delete(String key) {
        kept.remove(key);
    }

    @Override
    public List<String> keysWhere(Predicate<Map<String, @Nullable Object>> holds) {
        return kept.keySet().stream()
                .filter(key -> {
                    Map<String, @Nullable Object> values = load(key);
                    return values != null && holds.test(values);
                })
                .toList();
    }

    @Override
    public int clearExpired() {
        Instant now = clock.instant();
        int before = kept.size();
        kept.values().removeIf(each -> each.expires().isBefore(now));
        return before - kept.size();
    }
}
