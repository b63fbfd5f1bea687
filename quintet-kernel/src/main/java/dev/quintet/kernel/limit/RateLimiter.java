package dev.quintet.kernel.limit;

import java.time.InstantSource;

/// Says whether something may be done once more: a page asked for, a password tried, a message
/// sent. Safe for many threads.
public interface RateLimiter {

    /// Counts one attempt, and says whether it may go on. A refused attempt takes nothing.
    ///
    /// @param key who tries: an address, a name, a token; any text
    Verdict take(String key);

    /// Takes back one attempt that was counted, and should not be: a password that was right.
    void giveBack(String key);

    /// Forgets all attempts of a key.
    void forget(String key);

    /// {@return a limiter of a window that slides: in any stretch of the rate's time about as many
    /// as the rate says, wherever it begins}
    ///
    /// Two counters a key, of this window and the one before, weighed by how far this one is gone:
    /// exact where attempts come evenly, and never off by more than the rate itself.
    ///
    /// @param name tells limiters with the same counters apart
    static RateLimiter slidingWindow(String name, Rate rate, Counters counters) {
        return new SlidingWindow(name, rate, counters);
    }

    /// {@return a limiter that lets `burst` be done at once, and then as many as come in by and by,
    /// evenly spread: a bucket of tokens}
    ///
    /// Kept in this process alone, for at most 100,000 keys.
    static RateLimiter tokenBucket(String name, Rate rate, long burst, InstantSource clock) {
        return new TokenBucket(name, rate, burst, clock);
    }
}
