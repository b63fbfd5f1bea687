package dev.quintet.kernel.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counters in a map, the oldest first, so that what is over is found at its beginning.
final class MemoryCounters implements Counters {

    private static final int MOST = 100_000;

    private final InstantSource clock;
    private final Map<String, Counter> counters = new LinkedHashMap<>();

    MemoryCounters(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Counter {
        private long value;
        private final long endMillis;

        Counter(long endMillis) {
            this.endMillis = endMillis;
        }
    }

    @Override
    public synchronized long add(String key, long by, Duration keep) {
        long now = clock.millis();
        Counter counter = counters.get(key);
        if (counter == null || counter.endMillis <= now) {
            counters.remove(key);
            makeRoom(now);
            counter = new Counter(now + keep.toMillis());
            counters.put(key, counter);
        }
        counter.value += by;
        return counter.value;
    }

    @Override
    public synchronized long get(String key) {
        Counter counter = counters.get(key);
        return counter == null || counter.endMillis <= clock.millis() ? 0 : counter.value;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    /// Drops a few that are over, and the oldest where there is no room otherwise.
    private void makeRoom(long now) {
        Iterator<Counter> oldest = counters.values().iterator();
        for (int looked = 0; looked < 4 && oldest.hasNext(); looked++) {
            if (oldest.next().endMillis <= now || counters.size() >= MOST) {
                oldest.remove();
            }
        }
    }
}
