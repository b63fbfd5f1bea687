package dev.quintet.http.middleware;

import dev.quintet.http.SessionStore;
import dev.quintet.kernel.json.Json;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps sessions in this process, until it ends: for development and tests.
public final class MemorySessions implements SessionStore {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int KEY_LENGTH = 32;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
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
    public String save(
            @Nullable String key, Map<String, @Nullable Object> values, Instant expires) {
        String under = key == null ? newKey() : key;
        kept.put(under, new Kept(Json.text(new HashMap<>(values)), expires));
        return under;
    }

    @Override
    public void delete(String key) {
        kept.remove(key);
    }

    @Override
    public int clearExpired() {
        Instant now = clock.instant();
        int before = kept.size();
        kept.values().removeIf(each -> each.expires().isBefore(now));
        return before - kept.size();
    }

    private String newKey() {
        var key = new StringBuilder(KEY_LENGTH);
        for (int i = 0; i < KEY_LENGTH; i++) {
            key.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return key.toString();
    }
}
