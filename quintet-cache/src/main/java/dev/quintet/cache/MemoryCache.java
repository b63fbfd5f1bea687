package dev.quintet.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quintet.kernel.cache.CacheStore;
import dev.quintet.kernel.error.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A cache in the memory of this process: quick, bounded, and gone with the process. When it is
/// full, what is asked for least goes first. Django: `LocMemCache`.
///
/// What comes out is a copy, in the shape that a cache on another machine would give it: text,
/// bytes, truth values and whole numbers as they are, everything else as {@link
/// dev.quintet.kernel.json.Json} reads what it wrote. Safe for many threads.
public final class MemoryCache implements CacheStore {

    private static final int LONGEST_KEY = 250;

    private final Cache<String, Entry> kept;
    private final InstantSource clock;

    private MemoryCache(long mostBytes, InstantSource clock) {
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(mostBytes)
                        .weigher((String key, Entry entry) -> entry.weight(key))
                        .build();
        this.clock = clock;
    }

    /// {@return an empty cache}
    ///
    /// @param mostBytes how large all keys and values may be together, roughly
    /// @param clock by which values get old
    public static MemoryCache of(long mostBytes, InstantSource clock) {
        return new MemoryCache(mostBytes, clock);
    }

    @Override
    public @Nullable Object get(String key) {
        Entry found = kept.getIfPresent(checked(key));
        if (found == null) {
            return null;
        }
        if (found.over(clock.instant())) {
            kept.asMap().remove(key, found);
            return null;
        }
        return found.value();
    }

    @Override
    public Map<String, Object> getMany(Collection<String> keys) {
        var found = new LinkedHashMap<String, Object>();
        for (String key : keys) {
            Object value = get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    @Override
    public void set(String key, Object value, @Nullable Duration timeout) {
        checked(key);
        if (none(timeout)) {
            kept.invalidate(key);
        } else {
            kept.put(key, Entry.of(value, end(timeout)));
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // which of the two is kept, not what they say
    public boolean add(String key, Object value, @Nullable Duration timeout) {
        checked(key);
        if (none(timeout)) {
            return false;
        }
        Instant now = clock.instant();
        Entry made = Entry.of(value, end(timeout));
        return kept.asMap().compute(key, (_, old) -> old == null || old.over(now) ? made : old)
                == made;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // which of the two is kept, not what they say
    public boolean replace(String key, Object value, @Nullable Duration timeout) {
        checked(key);
        if (none(timeout)) {
            return delete(key);
        }
        Instant now = clock.instant();
        Entry made = Entry.of(value, end(timeout));
        return kept.asMap().computeIfPresent(key, (_, old) -> old.over(now) ? null : made) == made;
    }

    @Override
    public boolean touch(String key, @Nullable Duration timeout) {
        checked(key);
        if (none(timeout)) {
            return delete(key);
        }
        Instant now = clock.instant();
        Instant end = end(timeout);
        Entry touched =
                kept.asMap()
                        .computeIfPresent(key, (_, old) -> old.over(now) ? null : old.until(end));
        return touched != null;
    }

    @Override
    public @Nullable Long increment(String key, long delta) {
        checked(key);
        Instant now = clock.instant();
        Entry counted =
                kept.asMap()
                        .computeIfPresent(
                                key, (_, old) -> old.over(now) ? null : old.plus(key, delta));
        return counted == null ? null : (Long) counted.value();
    }

    @Override
    public boolean delete(String key) {
        Entry old = kept.asMap().remove(checked(key));
        return old != null && !old.over(clock.instant());
    }

    @Override
    public void clear() {
        kept.invalidateAll();
    }

    /// Never: each process has its own.
    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public void close() {
        clear();
    }

    private static boolean none(@Nullable Duration timeout) {
        return timeout != null && !timeout.isPositive();
    }

    private @Nullable Instant end(@Nullable Duration timeout) {
        return timeout == null ? null : clock.instant().plus(timeout);
    }

    /// Refuses here what a cache on another machine would refuse later.
    private static String checked(String key) {
        boolean fine = !key.isEmpty() && key.length() <= LONGEST_KEY;
        for (int i = 0; fine && i < key.length(); i++) {
            char c = key.charAt(i);
            fine = c > ' ' && c != 0x7f;
        }
        if (!fine) {
            throw new CacheException(
                    Problem.of("cache.E002", "A key of the cache cannot be '" + shown(key) + "'.")
                            .because(
                                    "Keys are 1 to "
                                            + LONGEST_KEY
                                            + " characters without spaces and control characters:"
                                            + " Memcached takes no others.")
                            .fixedBy("Put a hash of what tells the values apart into the key."),
                    null);
        }
        return key;
    }

    private static String shown(String key) {
        String start = key.length() > 60 ? key.substring(0, 60) + "..." : key;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
