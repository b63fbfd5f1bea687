package dev.quintet.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Asks the same of us and of a peer, in turn and again and again, and prints medians and ratios.
///
/// The figure that is judged is CPU time a request of the server's process: a busy neighbour
/// disturbs it less than requests a second. Needs `wrk` on the path.
public final class LoadBench {

    private static final int FIRST_PORT = 18_600;
    private static final int WARM_UP_ROUNDS = 6;

    private LoadBench() {}

    /// Measures the entries named by the arguments, or all.
    ///
    /// @param args names of entries; `--rounds N` and `--seconds N` change how long it takes
    public static void main(String... args) throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        int rounds = 7;
        int seconds = 5;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--seconds" -> seconds = Integer.parseInt(args[++i]);
                default -> names.add(args[i]);
            }
        }
        List<Entry> chosen =
                Entry.ALL.stream()
                        .filter(entry ->
                                names.isEmpty()
                                        ? !entry.isAmongPeers() && !entry.isOfAdmin()
                                        : names.contains(entry.name())
                                                || (names.contains("admin") && entry.isOfAdmin())
                                                || (names.contains("peers")
                                                        && entry.isAmongPeers()))
                        .toList();
        if (chosen.isEmpty()) {
            System.err.println(
                    "No such entry. There are: "
                            + String.join(", ", Entry.ALL.stream().map(Entry::name).toList()));
            System.exit(2);
        }
        for (Entry entry : chosen) {
            measure(entry, rounds, seconds);
        }
    }

    private static void measure(Entry entry, int rounds, int seconds)
            throws IOException, InterruptedException {
        Map<Contender, ServerProcess> servers = new LinkedHashMap<>();
        Map<Contender, List<Round>> results = new LinkedHashMap<>();
        try {
            int port = FIRST_PORT;
            for (Contender contender : entry.contenders()) {
                servers.put(
                        contender,
                        ServerProcess.start(contender, port++, contender.pathOr(entry.path())));
                results.put(contender, new ArrayList<>());
            }
            // The just-in-time compiler needs a while: the first rounds do not count.
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                for (var server : servers.entrySet()) {
                    Round one =
                            server.getValue()
                                    .load(
                                            server.getKey(),
                                            entry.path(),
                                            entry.connections(),
                                            seconds);
                    if (round >= 0) {
                        results.getOrDefault(server.getKey(), new ArrayList<>()).add(one);
                    }
                }
            }
        } finally {
            servers.values().forEach(ServerProcess::close);
        }
        print(entry, results);
    }

    private static void print(Entry entry, Map<Contender, List<Round>> results) {
        System.out.printf("%n%s (%s)%n", entry.name(), entry.path());
        System.out.printf(
                "  %-22s %12s %16s %22s %8s %10s%n",
                "", "requests/s", "CPU us/request", "spread of CPU us", "p99 ms", "MiB after");
        results.forEach((contender, rounds) -> {
            double[] cpu = sorted(rounds, Round::cpuMicros);
            System.out.printf(
                    "  %-22s %12.0f %16.2f %11.2f .. %7.2f %8.1f %10.0f%n",
                    contender.name(),
                    median(sorted(rounds, Round::perSecond)),
                    median(cpu),
                    cpu[0],
                    cpu[cpu.length - 1],
                    median(sorted(rounds, Round::p99Millis)),
                    rounds.getLast().megabytes());
        });
        List<List<Round>> sides = List.copyOf(results.values());
        for (int i = 1; i < sides.size(); i++) {
            Contender peer = entry.contenders().get(i);
            double ratio = medianRatio(sides.get(i), sides.get(0));
            String judged = ratio >= entry.bar() ? "met" : "MISSED";
            System.out.printf(
                    "  CPU of %s / CPU of %s, pair by pair: %.3f (bar %.2f): %s%n",
                    peer.name(),
                    entry.contenders().get(0).name(),
                    ratio,
                    entry.bar(),
                    peer.isLimit() ? "not judged" : judged);
        }
    }

    private static double medianRatio(List<Round> peer, List<Round> ours) {
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = peer.get(i).cpuMicros() / ours.get(i).cpuMicros();
        }
        Arrays.sort(ratios);
        return median(ratios);
    }

    private static double[] sorted(
            List<Round> rounds, java.util.function.ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
