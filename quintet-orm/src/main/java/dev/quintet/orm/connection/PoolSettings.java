package dev.quintet.orm.connection;

import java.time.Duration;
import java.util.Objects;

/// How a pool behaves.
///
/// @param size most connections at once, from 1
/// @param patience how long one waits for a connection before it fails
/// @param trialAfter how long a connection may lie idle and still be lent without being tried
/// @param maxAge how old a connection becomes before it is replaced; each one a little less, so
///   that not all go at once
/// @param leakAfter how long a connection may be lent before the log says who has it
/// @param traced whether the line of code that borrowed is kept for such reports; costs about a
///   microsecond each time
public record PoolSettings(
        int size,
        Duration patience,
        Duration trialAfter,
        Duration maxAge,
        Duration leakAfter,
        boolean traced) {

    /// A pool of 16: waits of 30 seconds, trials after half a second, half an hour of life, reports
    /// after a minute.
    public static final PoolSettings USUAL =
            new PoolSettings(
                    16,
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(1),
                    false);

    /// Refuses a pool of nothing.
    public PoolSettings {
        if (size < 1) {
            throw new IllegalArgumentException("A pool has at least one connection, not " + size);
        }
        Objects.requireNonNull(patience, "patience");
        Objects.requireNonNull(trialAfter, "trialAfter");
        Objects.requireNonNull(maxAge, "maxAge");
        Objects.requireNonNull(leakAfter, "leakAfter");
    }

    /// {@return these with another size}
    public PoolSettings size(int size) {
        return new PoolSettings(size, patience, trialAfter, maxAge, leakAfter, traced);
    }

    /// {@return these with another wait for a connection}
    public PoolSettings patience(Duration patience) {
        return new PoolSettings(size, patience, trialAfter, maxAge, leakAfter, traced);
    }

    /// {@return these with another time to lie idle without trial}
    public PoolSettings trialAfter(Duration trialAfter) {
        return new PoolSettings(size, patience, trialAfter, maxAge, leakAfter, traced);
    }

    /// {@return these with another age}
    public PoolSettings maxAge(Duration maxAge) {
        return new PoolSettings(size, patience, trialAfter, maxAge, leakAfter, traced);
    }

    /// {@return these with another time until a report of a leak}
    public PoolSettings leakAfter(Duration leakAfter) {
        return new PoolSettings(size, patience, trialAfter, maxAge, leakAfter, traced);
    }

    /// {@return these, with the line that borrowed kept or not}
    public PoolSettings traced(boolean traced) {
        return new PoolSettings(size, patience, trialAfter, maxAge, leakAfter, traced);
    }
}
