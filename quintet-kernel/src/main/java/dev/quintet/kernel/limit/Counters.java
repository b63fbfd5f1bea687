package dev.quintet.kernel.limit;

import dev.quintet.kernel.cache.CacheStore;
import java.time.Duration;
import java.time.InstantSource;

/// Where limiters count: in this process, or in a cache that many processes share. Safe for many
/// threads.
public interface Counters {

    /// Adds to a counter, which begins at 0.
    ///
    /// @param by how much; may be negative
    /// @param keep how long it is needed from now on, if it begins now
    /// @return its new value
    long add(String key, long by, Duration keep);

    /// {@return the value of a counter; 0 where there is none}
    long get(String key);

    /// {@return the time that these counters go by}
    InstantSource clock();

    /// {@return counters of this process alone, at most 100,000 of them: more forget the oldest}
    static Counters inMemory(InstantSource clock) {
        return new MemoryCounters(clock);
    }

    /// {@return counters in a cache, shared by all who use the cache}
    static Counters in(CacheStore cache, InstantSource clock) {
        return new CachedCounters(cache, clock);
    }
}
