package dev.quintet.kernel.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// A bucket of tokens a key, kept as one number: the moment when it is full again (the generic cell
/// rate algorithm of ITU-T I.371).
final class TokenBucket implements RateLimiter {

    private static final int MOST = 100_000;

    private final String name;
    private final Rate rate;
    private final long burst;
    private final InstantSource clock;
    private final double millisEach;
    private final Map<String, Double> fullAt = new LinkedHashMap<>();

    TokenBucket(String name, Rate rate, long burst, InstantSource clock) {
        if (burst < 1) {
            throw new IllegalArgumentException("A bucket holds one or more, not " + burst);
        }
        this.name = name;
        this.rate = rate;
        this.burst = burst;
        this.clock = clock;
        this.millisEach = (double) rate.per().toMillis() / rate.count();
    }

    @Override
    public synchronized Verdict take(String key) {
        double now = clock.millis();
        Double known = fullAt.remove(key);
        double full = Math.max(now, known == null ? now : known);
        double then = full + millisEach;
        boolean allowed = then - now <= burst * millisEach + 1e-6;
        makeRoom(now);
        fullAt.put(key, allowed ? then : full);
        double owed = (allowed ? then : full) - now;
        long remaining = allowed ? (long) Math.floor(burst - owed / millisEach + 1e-6) : 0;
        double wait = allowed ? 0 : then - now - burst * millisEach;
        return new Verdict(allowed, burst, remaining, millis(wait), millis(owed));
    }

    @Override
    public synchronized void giveBack(String key) {
        fullAt.computeIfPresent(key, (_, full) -> full - millisEach);
    }

    @Override
    public synchronized void forget(String key) {
        fullAt.remove(key);
    }

    private void makeRoom(double now) {
        Iterator<Double> oldest = fullAt.values().iterator();
        for (int looked = 0; looked < 4 && oldest.hasNext(); looked++) {
            if (oldest.next() <= now || fullAt.size() >= MOST) {
                oldest.remove();
            }
        }
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis((long) Math.ceil(millis));
    }

    @Override
    public String toString() {
        return name + " " + rate + ", burst " + burst;
    }
}
