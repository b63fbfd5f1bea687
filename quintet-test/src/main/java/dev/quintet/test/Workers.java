package dev.quintet.test;

import dev.quintet.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The workers of one site in this run: as many as test classes run at once.
final class Workers implements AutoCloseable {

    private final Class<? extends Site> site;
    private final List<Worker> all = new ArrayList<>();
    private final Deque<Worker> free = new ArrayDeque<>();
    private int numbers;

    Workers(Class<? extends Site> site) {
        this.site = site;
    }

    Worker lend() {
        int number;
        synchronized (this) {
            Worker kept = free.pollFirst();
            if (kept != null) {
                return kept;
            }
            number = ++numbers;
        }
        var worker = new Worker(site, number);
        synchronized (this) {
            all.add(worker);
        }
        return worker;
    }

    synchronized void giveBack(Worker worker) {
        free.addFirst(worker);
    }

    @Override
    public synchronized void close() {
        all.forEach(Worker::close);
    }
}
