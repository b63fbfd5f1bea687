package dev.quintet.orm.connection;

import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.log.Loggers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The copies of a database that may be read instead of it. Safe for many threads.
final class Replicas {

    private static final System.Logger LOG = Loggers.of(Replicas.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final List<Database> all = new CopyOnWriteArrayList<>();
    private final Map<String, Long> downUntil = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ReadYourWrites ofProcess = new ReadYourWrites();
    final LongAdder reads = new LongAdder();
    final LongAdder fallbacks = new LongAdder();

    void add(Database replica) {
        all.add(replica);
    }

    boolean none() {
        return all.isEmpty();
    }

    /// {@return a replica to read from, or `null` when the primary is to be read}
    @Nullable Database pick(String alias, Statements.@Nullable Scope scope) {
        if (all.isEmpty()
                || (scope != null && scope.primary())
                || !writes().remaining(alias).isZero()) {
            return null;
        }
        long now = System.nanoTime();
        for (int i = 0; i < all.size(); i++) {
            Database one = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
            Long down = downUntil.get(one.alias());
            if (down == null || now - down > 0) {
                return one;
            }
        }
        fallbacks.increment();
        return null;
    }

    /// It did not answer: leaves it alone for a while.
    void failed(Database replica, RuntimeException why) {
        fallbacks.increment();
        downUntil.put(replica.alias(), System.nanoTime() + LEFT_ALONE.toNanos());
        LOG.log(
                System.Logger.Level.WARNING,
                () -> "The replica " + replica + " is left alone for " + LEFT_ALONE + ".",
                why);
    }

    void wrote(String alias, Duration keep) {
        if (!all.isEmpty()) {
            writes().writes(alias, keep);
        }
    }

    private ReadYourWrites writes() {
        Context site = Context.find();
        return site == null ? ofProcess : site.getOr(ReadYourWrites.KEY, () -> ofProcess);
    }
}
