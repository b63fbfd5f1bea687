package dev.quintet.bench.orm;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongBiFunction;

/// Lets all contenders do the same work in turn, round after round, in one thread, and prints the
/// median of what each took: time, the thread's CPU, and bytes allocated.
public final class OrmBench {

    /// What was read: without it the compiler could leave the reading out.
    static long used;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double MOST_OF_HAND = 1.15;
    private static final double MOST_BYTES_OF_HAND = 1.3;
    private static final double MOST_OF_HIBERNATE = 0.5;

    private final int rounds;
    private final Duration slice;

    private record Entry(String name, boolean answers, ToLongBiFunction<Contender, Integer> work) {}

    private record Figures(double micros, double cpuMicros, double kilobytes) {}

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry("row", true, (c, i) -> c.oneRow(i % OrmTables.PRODUCTS + 1)),
                    new Entry("rows-1000", true, (c, i) -> c.thousandRows()),
                    new Entry("children", true, (c, i) -> c.parentsWithChildren()),
                    new Entry("page", true, (c, i) -> c.page(i % 20)),
                    new Entry(
                            "insert-1000",
                            false,
                            (c, i) -> {
                                c.insertThousand();
                                return 0;
                            }),
                    new Entry(
                            "update-1000",
                            false,
                            (c, i) -> {
                                c.updateThousand(i);
                                return 0;
                            }));

    private OrmBench(int rounds, Duration slice) {
        this.rounds = rounds;
        this.slice = slice;
    }

    /// Runs the entries that are named, or all.
    ///
    /// @param args names of entries, `--rounds N`, `--seconds N` for a slice
    public static void main(String... args) {
        int rounds = 7;
        Duration slice = Duration.ofMillis(500);
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--seconds" ->
                        slice = Duration.ofMillis((long) (Double.parseDouble(args[++i]) * 1000));
                default -> wanted.add(args[i]);
            }
        }
        new OrmBench(rounds, slice).run(wanted);
    }

    private void run(List<String> wanted) {
        try (var quintet = new WithQuintet();
                var hand = new ByHand()) {
            OrmTables.make(quintet.database());
            try (var hibernate = new WithHibernate();
                    var ebean = new WithEbean()) {
                List<Contender> all = List.of(hand, quintet, hibernate, ebean);
                for (Entry entry : ENTRIES) {
                    if (wanted.isEmpty() || wanted.contains(entry.name())) {
                        print(entry.name(), measure(entry, all, hand));
                    }
                }
            }
        }
    }

    private Map<String, Figures> measure(Entry entry, List<Contender> all, ByHand hand) {
        if (entry.answers()) {
            refuseDifferentAnswers(entry, all);
        }
        for (int i = 0; i < 6; i++) {
            for (Contender one : all) {
                slice(entry, one, hand, i);
            }
        }
        Map<String, List<Figures>> found = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contender one : all) {
                found.computeIfAbsent(one.name(), _ -> new ArrayList<>())
                        .add(slice(entry, one, hand, round));
            }
        }
        Map<String, Figures> medians = new LinkedHashMap<>();
        found.forEach((name, figures) -> medians.put(name, median(figures)));
        return medians;
    }

    private static void refuseDifferentAnswers(Entry entry, List<Contender> all) {
        long expected = entry.work().applyAsLong(all.getFirst(), 1);
        for (Contender one : all) {
            long answer = entry.work().applyAsLong(one, 1);
            if (answer != expected) {
                throw new IllegalStateException(
                        one.name() + " answers " + answer + ", not " + expected);
            }
        }
    }

    private Figures slice(Entry entry, Contender one, ByHand hand, int seed) {
        long wall = 0;
        long cpu = 0;
        long bytes = 0;
        int times = 0;
        long until = System.nanoTime() + slice.toNanos();
        do {
            int number = seed * 31 + times;
            long bytesFrom = THREAD.getCurrentThreadAllocatedBytes();
            long cpuFrom = THREAD.getCurrentThreadCpuTime();
            long from = System.nanoTime();
            // Several at once, so that reading the clocks is no part of what is measured.
            int batch = entry.name().equals("row") ? 200 : 1;
            for (int i = 0; i < batch; i++) {
                used += entry.work().applyAsLong(one, number + i);
            }
            wall += System.nanoTime() - from;
            cpu += THREAD.getCurrentThreadCpuTime() - cpuFrom;
            bytes += THREAD.getCurrentThreadAllocatedBytes() - bytesFrom;
            times += batch;
            if (!entry.answers()) {
                hand.removeInserted();
            }
        } while (System.nanoTime() < until);
        return new Figures(wall / 1e3 / times, cpu / 1e3 / times, bytes / 1024.0 / times);
    }

    private static Figures median(List<Figures> all) {
        return new Figures(
                median(all.stream().mapToDouble(Figures::micros).toArray()),
                median(all.stream().mapToDouble(Figures::cpuMicros).toArray()),
                median(all.stream().mapToDouble(Figures::kilobytes).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @SuppressWarnings("SystemOut") // it is a program for the console
    private static void print(String entry, Map<String, Figures> medians) {
        Figures hand = Objects.requireNonNull(medians.get("JDBC by hand"));
        Figures ours = Objects.requireNonNull(medians.get("Quintet"));
        Figures hibernate = Objects.requireNonNull(medians.get("Hibernate"));
        System.out.printf(Locale.ROOT, "%n%-14s %12s %12s %12s%n", entry, "us", "CPU us", "KB");
        medians.forEach((name, figures) ->
                System.out.printf(
                        Locale.ROOT,
                        "%-14s %12.1f %12.1f %12.1f%n",
                        name,
                        figures.micros(),
                        figures.cpuMicros(),
                        figures.kilobytes()));
        System.out.printf(
                Locale.ROOT,
                "time / hand %.2f (%s)   bytes / hand %.2f (%s)   CPU / Hibernate %.2f (%s)  "
                        + " bytes / Hibernate %.2f (%s)%n",
                ours.micros() / hand.micros(),
                mark(ours.micros() / hand.micros() <= MOST_OF_HAND),
                ours.kilobytes() / hand.kilobytes(),
                mark(ours.kilobytes() / hand.kilobytes() <= MOST_BYTES_OF_HAND),
                ours.cpuMicros() / hibernate.cpuMicros(),
                mark(ours.cpuMicros() / hibernate.cpuMicros() <= MOST_OF_HIBERNATE),
                ours.kilobytes() / hibernate.kilobytes(),
                mark(ours.kilobytes() / hibernate.kilobytes() <= MOST_OF_HIBERNATE));
    }

    private static String mark(boolean met) {
        return met ? "met" : "MISSED";
    }
}
