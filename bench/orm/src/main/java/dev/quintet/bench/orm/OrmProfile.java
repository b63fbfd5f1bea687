package dev.quintet.bench.orm;

import java.util.Map;
import java.util.function.ToLongBiFunction;

/// Lets Quintet alone do one entry for a while, for a profiler to look at.
public final class OrmProfile {

    private static final Map<String, ToLongBiFunction<Contender, Integer>> ENTRIES =
            Map.of(
                    "row", (one, i) -> one.oneRow(i % OrmTables.PRODUCTS + 1),
                    "rows-1000", (one, _) -> one.thousandRows(),
                    "children", (one, _) -> one.parentsWithChildren(),
                    "page", (one, i) -> one.page(i % 20));

    private OrmProfile() {}

    /// Runs.
    ///
    /// @param args the entry, and how many seconds
    public static void main(String... args) {
        ToLongBiFunction<Contender, Integer> work = ENTRIES.get(args[0]);
        if (work == null) {
            throw new IllegalArgumentException("The entries are " + ENTRIES.keySet());
        }
        try (var quintet = new WithQuintet()) {
            OrmTables.make(quintet.database());
            long until = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
            for (int i = 0; System.nanoTime() < until; i++) {
                OrmBench.used += work.applyAsLong(quintet, i);
            }
        }
    }
}
