package dev.quintet.bench.templates;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/// Makes a page with an engine again and again, and prints what it costs: microseconds of this
/// thread's CPU time for one, the median of the second half of all batches. Busy neighbours disturb
/// that less than the clock.
public final class PageTimes {

    private static final int BATCHES = 400;

    private PageTimes() {}

    /// Runs it.
    ///
    /// @param args engine, page, seconds of CPU time: by the clock, a busy machine would end it
    ///   before the compiler is done
    public static void main(String... args) throws IOException {
        Renderer renderer = Engines.of(args[0], args[1], Data.of(args[1]));
        long seconds = Long.parseLong(args[2]);
        int batch = batch(renderer, seconds);
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + Duration.ofSeconds(seconds).toNanos();
        var times = new ArrayList<Double>();
        long bytes = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < batch; i++) {
                bytes += renderer.render().length;
            }
            times.add((threads.getCurrentThreadCpuTime() - before) / 1000.0 / batch);
        }
        if (bytes == 0) {
            throw new IllegalStateException("the pages are empty");
        }
        var late = new ArrayList<>(times.subList(times.size() / 2, times.size()));
        Collections.sort(late);
        System.out.println(late.get(late.size() / 2));
    }

    /// So many pages that there are some hundred batches.
    private static int batch(Renderer renderer, long seconds) throws IOException {
        long start = System.nanoTime();
        int pages = 0;
        while (System.nanoTime() - start < 500_000_000L) {
            renderer.render();
            pages++;
        }
        long one = Math.max(1, 500_000_000L / pages);
        return (int) Math.max(1, seconds * 1_000_000_000L / BATCHES / one);
    }
}
