package dev.quintet;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Keeps a storm of news from becoming a storm of mail: the first of each kind goes out at once,
/// all others are counted and told together when the pause is over. Safe for many threads.
final class Digest implements AutoCloseable {

    /// How many kinds go out at once within a pause, and how many are kept apart.
    private static final int MOST_AT_ONCE = 10;

    private static final int MOST_KINDS = 100;

    private static final String OTHERS = "of other kinds";

    private final Duration pause;
    private final Consumer<Map<String, Integer>> tell;
    private final Map<String, Integer> counted = new LinkedHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private int atOnce;
    private boolean running;

    /// @param tell called with how often each kind came that was not let through
    Digest(Duration pause, Consumer<Map<String, Integer>> tell) {
        this.pause = pause;
        this.tell = tell;
    }

    /// {@return whether this one goes out at once; else it was counted}
    synchronized boolean first(String kind) {
        boolean known = counted.containsKey(kind);
        if (!known && atOnce < MOST_AT_ONCE) {
            atOnce++;
            counted.put(kind, 0);
            begin();
            return true;
        }
        counted.merge(known || counted.size() < MOST_KINDS ? kind : OTHERS, 1, Integer::sum);
        return false;
    }

    private void begin() {
        if (!running) {
            running = true;
            Thread.ofVirtual().name("digest").start(this::run);
        }
    }

    /// Tells at the end of each pause in which anything was counted.
    private void run() {
        while (true) {
            try {
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return; // who closes tells the rest
                }
            } catch (InterruptedException ended) {
                return;
            }
            Map<String, Integer> rest;
            synchronized (this) {
                rest = rest();
                if (rest.isEmpty()) {
                    // Quiet: the next of any kind goes out at once again.
                    counted.clear();
                    atOnce = 0;
                    running = false;
                    return;
                }
            }
            tell.accept(rest);
        }
    }

    private Map<String, Integer> rest() {
        var rest = new LinkedHashMap<String, Integer>();
        counted.forEach((kind, count) -> {
            if (count > 0) {
                rest.put(kind, count);
            }
        });
        counted.replaceAll((_, _) -> 0);
        return rest;
    }

    @Override
    public void close() {
        closing.countDown();
        Map<String, Integer> rest;
        synchronized (this) {
            rest = rest();
        }
        if (!rest.isEmpty()) {
            tell.accept(rest);
        }
    }
}
