package dev.quintet.kernel.limit;

import java.time.Duration;

/// Two counters a key, of the window that runs and of the one before.
final class SlidingWindow implements RateLimiter {

    private final String name;
    private final Rate rate;
    private final Counters counters;
    private final long window;

    SlidingWindow(String name, Rate rate, Counters counters) {
        this.name = name;
        this.rate = rate;
        this.counters = counters;
        this.window = rate.per().toMillis();
    }

    @Override
    public Verdict take(String key) {
        long now = counters.clock().millis();
        long number = Math.floorDiv(now, window);
        long gone = now - number * window;
        String of = counter(key);
        long before = counters.get(of + (number - 1));
        double weight = before * (1 - (double) gone / window);
        long counted = counters.add(of + number, 1, rate.per().multipliedBy(2));
        double used = weight + counted;
        Duration reset = Duration.ofMillis(2 * window - gone);
        if (used <= rate.count()) {
            return new Verdict(
                    true, rate.count(), (long) (rate.count() - used), Duration.ZERO, reset);
        }
        counters.add(of + number, -1, rate.per().multipliedBy(2));
        return new Verdict(false, rate.count(), 0, wait(before, counted - 1, gone), reset);
    }

    private String counter(String key) {
        return name + ":" + rate.count() + ":" + window + ":" + key + ":";
    }

    @Override
    public void giveBack(String key) {
        String of = counter(key) + Math.floorDiv(counters.clock().millis(), window);
        if (counters.get(of) > 0) {
            counters.add(of, -1, rate.per().multipliedBy(2));
        }
    }

    @Override
    public void forget(String key) {
        long number = Math.floorDiv(counters.clock().millis(), window);
        for (long each = number - 1; each <= number; each++) {
            long counted = counters.get(counter(key) + each);
            if (counted > 0) {
                counters.add(counter(key) + each, -counted, rate.per().multipliedBy(2));
            }
        }
    }

    /// When the weight of the past has shrunk enough for one more.
    private Duration wait(long before, long counted, long gone) {
        long room = rate.count() - 1 - counted;
        if (room >= 0 && before > 0) {
            double share = (double) room / before;
            return Duration.ofMillis(Math.max(1, (long) Math.ceil((1 - share) * window) - gone));
        }
        // Not in this window: in the next one, when what was counted now has shrunk to the rate.
        double share = (double) (rate.count() - 1) / Math.max(1, counted);
        return Duration.ofMillis(window - gone + (long) Math.ceil(Math.max(0, 1 - share) * window));
    }

    @Override
    public String toString() {
        return name + " " + rate;
    }
}
