package dev.quintet.bench.chaos;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Breaks things one after the other while the shop is open, and measures how long it takes until
/// pages and orders come again, without anybody's help.
final class Faults {

    /// Something that breaks, and is whole again when the method returns.
    interface Fault {
        void strike() throws Exception;
    }

    /// How long the shop may need once what it stands on is back, besides the time of two starts,
    /// which says how busy the machine is with other things.
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private static final int CALM_MILLIS = 3000;

    /// @param breaks whether requests may fail by it
    private record Named(String name, boolean breaks, Fault fault) {}

    /// How it went each time, in milliseconds.
    private record Times(List<Long> page, List<Long> order) {}

    private final Ledger ledger;
    private final Visitor prober;
    private final Duration recovery;
    private final List<Named> faults = new ArrayList<>();
    private final Map<String, Times> times = new LinkedHashMap<>();
    private final List<Report.Trouble> troubles = new ArrayList<>();
    private final List<String> unrecovered = new ArrayList<>();

    /// @param start how long it took until the first page of the shop came
    Faults(String address, Ledger ledger, Duration start) {
        this.recovery = RECOVERY.plus(start.multipliedBy(2));
        this.ledger = ledger;
        this.prober = new Visitor(address, ledger);
    }

    /// Something by which requests fail.
    void add(String name, Fault fault) {
        faults.add(new Named(name, true, fault));
    }

    /// Something by which no request may fail.
    void addHarmless(String name, Fault fault) {
        faults.add(new Named(name, false, fault));
    }

    /// Round after round until the time is over, each fault at least once.
    void strikeUntil(Instant end) throws Exception {
        boolean all = false;
        while (!all || Instant.now().isBefore(end)) {
            for (Named one : faults) {
                if (all && !Instant.now().isBefore(end)) {
                    return;
                }
                Thread.sleep(CALM_MILLIS);
                strike(one);
            }
            all = true;
        }
    }

    private void strike(Named one) throws Exception {
        Instant from = Instant.now();
        one.fault().strike();
        Instant whole = Instant.now();
        int orders = ledger.bought().size();
        Instant page = await(() -> prober.get("/albums/1/").isPage());
        Instant order = await(() -> ledger.bought().size() > orders);
        if (one.breaks()) {
            troubles.add(new Report.Trouble(one.name(), from, later(page, order)));
        }
        Times measured =
                times.computeIfAbsent(
                        one.name(), _ -> new Times(new ArrayList<>(), new ArrayList<>()));
        measured.page().add(Duration.between(whole, page).toMillis());
        measured.order().add(Duration.between(whole, order).toMillis());
        for (Instant back : List.of(page, order)) {
            if (Duration.between(whole, back).compareTo(recovery) > 0) {
                unrecovered.add(
                        "after "
                                + one.name()
                                + ": "
                                + Duration.between(whole, back).toSeconds()
                                + " s");
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private interface Sign {
        boolean seen() throws IOException, InterruptedException;
    }

    /// {@return when a sign was seen; waits three times as long as it may take}
    private Instant await(Sign sign) throws InterruptedException {
        Instant end = Instant.now().plus(recovery.multipliedBy(3));
        while (Instant.now().isBefore(end)) {
            try {
                if (sign.seen()) {
                    break;
                }
            } catch (IOException notYet) {
                // The next one may be better.
            }
            Thread.sleep(20);
        }
        return Instant.now();
    }

    List<Report.Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /// Prints the times, and whether they are what they may be.
    void report(Report report) {
        times.forEach((name, measured) ->
                System.out.printf(
                        "  %-44s %3d times; a page again after %s, an order after %s%n",
                        name,
                        measured.page().size(),
                        shown(measured.page()),
                        shown(measured.order())));
        report.says(
                "after each fault pages and orders came again within "
                        + recovery.toSeconds()
                        + " s, without a hand",
                unrecovered);
    }

    private static String shown(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return "%.1f s (at most %.1f s)"
                .formatted(sorted.get(sorted.size() / 2) / 1e3, sorted.getLast() / 1e3);
    }
}
