package dev.quintet.orm.connection;

import java.time.Duration;
import java.util.List;

/// What a pool is doing, and has done since it began.
///
/// @param size most connections at once
/// @param open connections that are open at this moment
/// @param lent connections that are lent at this moment
/// @param waiting threads that wait for one, about
/// @param borrowed how often one was lent
/// @param opened how many were opened
/// @param broken how many were thrown away as broken
/// @param timeouts how often the wait was too long
/// @param waited how long all threads waited together
/// @param holders who has a connection, the longest first
public record PoolMetrics(
        int size,
        int open,
        int lent,
        int waiting,
        long borrowed,
        long opened,
        long broken,
        long timeouts,
        Duration waited,
        List<Holder> holders) {

    /// Keeps a copy.
    public PoolMetrics {
        holders = List.copyOf(holders);
    }

    /// Who has a connection.
    ///
    /// @param thread its name
    /// @param held for how long
    /// @param borrowedAt the line of code that borrowed it; empty where the pool keeps none
    /// @param alive whether the thread is still running: if not, nobody will give it back
    public record Holder(String thread, Duration held, String borrowedAt, boolean alive) {

        @Override
        public String toString() {
            return thread
                    + " for "
                    + held.toMillis()
                    + " ms"
                    + (borrowedAt.isEmpty() ? "" : " since " + borrowedAt)
                    + (alive ? "" : " (has ended)");
        }
    }
}
